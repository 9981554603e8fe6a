"""The module _datetime: that of _pydatetime, with short ways for what programs do most.

CPython has datetime in C. The library's Python version answers the same, at a fiftieth of the speed, since all arithmetic goes through
the constructor of timedelta, which must be exact for floats of any size, and through dates and times made only to be combined. Here
whole numbers are added as such, a date is found from its ordinal by arithmetic alone, and the offset of the local time zone is asked for where the
library finds it by subtracting datetimes. What is of any other kind (floats, subclasses, other time zones,
values out of range, pickles) takes the way that it always took. The classes are those of _pydatetime, in which the functions are replaced.
"""
import _pydatetime
import time as _time
from _pydatetime import *
from _pydatetime import _MAXORDINAL, _days_in_month
from _static_types import make_static as _make_static
from math import modf as _modf

_new = object.__new__
_tuple_new = tuple.__new__
_two_digits = tuple("%02d" % number for number in range(100))
_number_of = {text: number for number, text in enumerate(_two_digits)}
_days_before_month = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _normalized(cls, days, seconds, microseconds):
    """A timedelta of whole numbers."""
    if not 0 <= microseconds < 1000000:
        carry, microseconds = divmod(microseconds, 1000000)
        seconds += carry
    if not 0 <= seconds < 86400:
        carry, seconds = divmod(seconds, 86400)
        days += carry
    if not -999999999 <= days <= 999999999:
        if not -0x80000000 <= days <= 0x7fffffff:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
    self = _new(cls)
    self._days = days
    self._seconds = seconds
    self._microseconds = microseconds
    self._hashcode = -1
    return self


def _ordinal(year, month, day):
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 + _days_before_month[month] + day
    if month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return days + 1
    return days


def _date_of(ordinal):
    """Year, month and day. Counted in years that begin with March, so that the leap day is the last."""
    days = ordinal + 305
    era = days // 146097
    days -= era * 146097
    year = (days - days // 1460 + days // 36524 - days // 146096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    year += era * 400
    if month < 10:
        return year, month + 3, day
    return year + 1, month - 9, day


def _moved_date(self, days):
    ordinal = _ordinal(self._year, self._month, self._day) + days
    if not 0 < ordinal <= _MAXORDINAL:
        raise OverflowError("date value out of range")
    return type(self)(*_date_of(ordinal))


def _moved(self, days, seconds, microseconds):
    """The datetime so much later or earlier; of each part at most a day, a second, in either direction."""
    microseconds += self._microsecond
    seconds += self._hour * 3600 + self._minute * 60 + self._second
    days += _ordinal(self._year, self._month, self._day)
    if microseconds >= 1000000:
        microseconds -= 1000000
        seconds += 1
    elif microseconds < 0:
        microseconds += 1000000
        seconds -= 1
    if seconds >= 86400:
        seconds -= 86400
        days += 1
    elif seconds < 0:
        seconds += 86400
        days -= 1
    if not 0 < days <= _MAXORDINAL:
        raise OverflowError("date value out of range")
    year, month, day = _date_of(days)
    minutes = seconds // 60
    if type(self) is not datetime:
        return type(self)(year, month, day, minutes // 60, minutes % 60, seconds % 60, microseconds, self._tzinfo)
    return _made(year, month, day, minutes // 60, minutes % 60, seconds % 60, microseconds, self._tzinfo)


def _made(year, month, day, hour, minute, second, microsecond, tzinfo, fold=0, cls=datetime):
    """A datetime of what is in range."""
    self = _new(cls)
    self._year = year
    self._month = month
    self._day = day
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._tzinfo = tzinfo
    self._hashcode = -1
    self._fold = fold
    return self


def _formatted(self, format, hour, minute, second):
    """strftime of what needs no more than the C library's."""
    year, month, day = self._year, self._month, self._day
    ordinal = _ordinal(year, month, day)
    return _time.strftime(format, (year, month, day, hour, minute, second, (ordinal + 6) % 7,
                                   ordinal - _ordinal(year, 1, 1) + 1, -1))


def _is_plain_format(format, year):
    return (type(format) is str and year >= 1000 and '%f' not in format and '%z' not in format
            and '%Z' not in format and '%:' not in format)


def _check_tzinfo_arg(tz):
    if tz is not None and not isinstance(tz, _tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _check_utc_offset(name, offset):
    if type(offset) is not timedelta or offset._days and (offset._days != -1 or not offset._seconds | offset._microseconds):
        _slow_check_utc_offset(name, offset)


class _Timedelta:
    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if (type(days) is int and type(seconds) is int and type(microseconds) is int and type(milliseconds) is int
                and type(minutes) is int and type(hours) is int and type(weeks) is int):
            return _normalized(cls, days + weeks * 7, seconds + minutes * 60 + hours * 3600,
                               microseconds + milliseconds * 1000)
        return _slow_timedelta(cls, days, seconds, microseconds, milliseconds, minutes, hours, weeks)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _normalized(timedelta, self._days + other._days, self._seconds + other._seconds,
                               self._microseconds + other._microseconds)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _normalized(timedelta, self._days - other._days, self._seconds - other._seconds,
                               self._microseconds - other._microseconds)
        return NotImplemented

    def __neg__(self):
        return _normalized(timedelta, -self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return _normalized(timedelta, self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def _cmp(self, other):
        difference = (self._days - other._days or self._seconds - other._seconds
                      or self._microseconds - other._microseconds)
        return 1 if difference > 0 else -1 if difference else 0


class _Date:
    def __new__(cls, year, month=None, day=None):
        if (type(year) is int and type(month) is int and type(day) is int and 1 <= year <= 9999
                and 1 <= month <= 12 and 1 <= day <= 31 and (day <= 28 or day <= _days_in_month(year, month))):
            self = _new(cls)
            self._year = year
            self._month = month
            self._day = day
            self._hashcode = -1
            return self
        if month is None and not isinstance(year, (str, bytes)):
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None and month is not None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        return _slow_date(cls, year, month, day)

    @classmethod
    def fromordinal(cls, n):
        if type(n) is int and n < 1:
            raise ValueError("ordinal must be >= 1")
        return _slow_fromordinal(cls, n)

    @classmethod
    def fromisoformat(cls, date_string):
        if (type(date_string) is str and len(date_string) == 10 and date_string[4] == '-' and date_string[7] == '-'):
            try:
                year = _number_of[date_string[:2]] * 100 + _number_of[date_string[2:4]]
                month, day = _number_of[date_string[5:7]], _number_of[date_string[8:]]
            except KeyError:
                return _slow_date_fromisoformat(cls, date_string)
            return _new_date(cls, year, month, day) if cls is date else cls(year, month, day)
        return _slow_date_fromisoformat(cls, date_string)

    def strftime(self, format):
        if _is_plain_format(format, self._year):
            if type(self) is datetime and self._tzinfo is None:
                return _formatted(self, format, self._hour, self._minute, self._second)
            if type(self) is date:
                return _formatted(self, format, 0, 0, 0)
        return _slow_strftime(self, format)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def isocalendar(self):
        year = self._year
        ordinal = _ordinal(year, self._month, self._day)
        weekday = (ordinal + 6) % 7
        # A week is of the year in which its Thursday is.
        thursday = ordinal - weekday + 3
        first = _ordinal(year, 1, 1)
        if thursday < first:
            year -= 1
            first = _ordinal(year, 1, 1)
        elif thursday >= first + 365:
            following = _ordinal(year + 1, 1, 1)
            if thursday >= following:
                year += 1
                first = following
        return _tuple_new(_iso_calendar_date, (year, (thursday - first) // 7 + 1, weekday + 1))

    def _cmp(self, other):
        difference = self._year - other._year or self._month - other._month or self._day - other._day
        return 1 if difference > 0 else -1 if difference else 0

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _moved_date(self, other._days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moved_date(self, -other._days)
        if isinstance(other, date):
            return _normalized(timedelta, self.toordinal() - other.toordinal(), 0, 0)
        return NotImplemented

    def isoformat(self):
        year = self._year
        return (_two_digits[year // 100] + _two_digits[year % 100] + "-" + _two_digits[self._month]
                + "-" + _two_digits[self._day])


class _Datetime:
    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if (type(year) is int and type(month) is int and type(day) is int and type(hour) is int
                and type(minute) is int and type(second) is int and type(microsecond) is int and type(fold) is int
                and 1 <= year <= 9999 and 1 <= month <= 12
                and 1 <= day <= 31 and (day <= 28 or day <= _days_in_month(year, month))
                and 0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59 and 0 <= microsecond <= 999999
                and 0 <= fold <= 1 and (tzinfo is None or isinstance(tzinfo, _tzinfo))):
            return _made(year, month, day, hour, minute, second, microsecond, tzinfo, fold, cls)
        return _slow_datetime(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold=fold)

    @classmethod
    def _fromtimestamp(cls, timestamp, utc, tz):
        fraction, t = _modf(timestamp)
        microseconds = round(fraction * 1e6)
        if microseconds >= 1000000:
            t += 1
            microseconds -= 1000000
        elif microseconds < 0:
            t -= 1
            microseconds += 1000000
        shown = (_time.gmtime if utc else _time.localtime)(t)
        # Only where clocks were put back within a day may the same be shown twice.
        if tz is None and not utc and shown.tm_gmtoff < _time.localtime(t - 86400).tm_gmtoff:
            return _slow_fromtimestamp(cls, timestamp, utc, tz)
        year, month, day, hour, minute, second, _, _, _ = shown
        result = (_made if cls is datetime and 0 < year < 10000 else cls)(
            year, month, day, hour, minute, min(second, 59), microseconds, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def now(cls, tz=None):
        _check_tzinfo_arg(tz)
        return cls._fromtimestamp(_time.time(), tz is not None, tz)

    @classmethod
    def fromisoformat(cls, date_string):
        if (type(date_string) is str and (len(date_string) == 19 or len(date_string) == 26 and date_string[19] == '.')
                and date_string[4] == '-' and date_string[7] == '-' and date_string[13] == ':'
                and date_string[16] == ':'):
            try:
                year = _number_of[date_string[:2]] * 100 + _number_of[date_string[2:4]]
                month, day, hour = _number_of[date_string[5:7]], _number_of[date_string[8:10]], _number_of[date_string[11:13]]
                minute, second, microsecond = _number_of[date_string[14:16]], _number_of[date_string[17:19]], 0
                if len(date_string) == 26:
                    microsecond = (_number_of[date_string[20:22]] * 10000 + _number_of[date_string[22:24]] * 100
                                   + _number_of[date_string[24:]])
            except KeyError:
                hour = 24
            if hour < 24:
                if cls is datetime:
                    return _new_datetime(cls, year, month, day, hour, minute, second, microsecond)
                return cls(year, month, day, hour, minute, second, microsecond)
        return _slow_fromisoformat(cls, date_string)

    def _mktime(self):
        t = (_ordinal(self._year, self._month, self._day) - 719163) * 86400 + (self._hour * 60 + self._minute) * 60 + self._second
        offset = _time.localtime(t).tm_gmtoff
        t -= offset
        if (_time.localtime(t).tm_gmtoff == offset
                and _time.localtime(t + 86400 if self._fold else t - 86400).tm_gmtoff == offset):
            return t
        return _slow_mktime(self)

    def _cmp(self, other, allow_mixed=False):
        if self._tzinfo is not other._tzinfo:
            if not allow_mixed and (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return _slow_cmp(self, other, allow_mixed)
        difference = (self._year - other._year or self._month - other._month or self._day - other._day
                      or self._hour - other._hour or self._minute - other._minute or self._second - other._second
                      or self._microsecond - other._microsecond)
        return 1 if difference > 0 else -1 if difference else 0

    def isoformat(self, sep='T', timespec='auto'):
        if self._tzinfo is not None or timespec != 'auto' or type(sep) is not str or len(sep) != 1:
            return _slow_isoformat(self, sep, timespec)
        year = self._year
        text = (_two_digits[year // 100] + _two_digits[year % 100] + "-" + _two_digits[self._month]
                + "-" + _two_digits[self._day] + sep + _two_digits[self._hour] + ":" + _two_digits[self._minute]
                + ":" + _two_digits[self._second])
        return text + ".%06d" % self._microsecond if self._microsecond else text

    def __repr__(self):
        return _with_fold_first(_slow_repr(self), self)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, other._days, other._seconds, other._microseconds)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, -other._days, -other._seconds, -other._microseconds)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = _normalized(timedelta, self.toordinal() - other.toordinal(),
                                 (self._hour - other._hour) * 3600 + (self._minute - other._minute) * 60
                                 + self._second - other._second,
                                 self._microsecond - other._microsecond)
        if self._tzinfo is other._tzinfo:
            return difference
        own, others = self.utcoffset(), other.utcoffset()
        if own == others:
            return difference
        if own is None or others is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return difference + others - own


class _Time:
    def strftime(self, format):
        if _is_plain_format(format, 1900):
            return _time.strftime(format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return _slow_time_strftime(self, format)


class _IsoCalendarDate:
    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)" % tuple(self)


def _with_fold_first(text, self):
    """Of a datetime CPython shows the fold before the time zone."""
    if not self._fold or self._tzinfo is None:
        return text
    zone = ", tzinfo=%r" % self._tzinfo
    return text[:-len(zone + ", fold=1)")] + ", fold=1" + zone + ")"


_tzinfo = tzinfo
_slow_check_utc_offset = _pydatetime._check_utc_offset
_slow_timedelta = timedelta.__new__
_slow_date = date.__new__
_slow_datetime = datetime.__new__
_slow_date_fromisoformat = date.fromisoformat.__func__
_slow_strftime = date.strftime
_slow_time_strftime = time.strftime
_slow_fromtimestamp = datetime._fromtimestamp.__func__
_slow_fromordinal = date.fromordinal.__func__
_slow_fromisoformat = datetime.fromisoformat.__func__
_slow_mktime = datetime._mktime
_slow_cmp = datetime._cmp
_slow_isoformat = datetime.isoformat
_slow_repr = datetime.__repr__


def _replace(cls, functions):
    for name, function in vars(functions).items():
        inner = getattr(function, '__func__', function)
        if type(inner) is not type(_replace) or name not in vars(cls):
            continue
        before = getattr(cls, name)
        inner.__qualname__ = before.__qualname__
        inner.__module__ = before.__module__
        inner.__doc__ = before.__doc__
        setattr(cls, name, function)


_new_date = _Date.__new__
_new_datetime = _Datetime.__new__
_iso_calendar_date = type(date.min.isocalendar())
_replace(timedelta, _Timedelta)
_replace(date, _Date)
date.__str__ = date.isoformat
_replace(datetime, _Datetime)
_replace(time, _Time)
_pydatetime._check_tzinfo_arg = _check_tzinfo_arg
_replace(_iso_calendar_date, _IsoCalendarDate)
_pydatetime._check_utc_offset = _check_utc_offset
for _each in date, datetime, time, timedelta, tzinfo, timezone:
    _make_static(_each, 'datetime.' + _each.__name__)
del _each
