"""The class ZoneInfo, over tables of `_common.load_data`.

CPython's archive that this library comes from leaves the class to a C extension; this is ours, of the same behaviour.

Local time is ambiguous when clocks are set back and has gaps when they are set forward. PEP 495 resolves both by `fold`: an ambiguous time
is the earlier one of two for fold 0, and in a gap fold 0 reads the clock as it was before. In a list of the local times at which the
transitions happen, both come down to one rule: for fold 0, a transition happens at the later of its two readings of the clock
(with the larger of the offsets before and after), for fold 1 at the earlier one.
"""
import weakref
from bisect import bisect_right
from collections import OrderedDict
from datetime import datetime, timedelta, tzinfo

from . import _common, _tzpath

_EPOCH = datetime(1970, 1, 1)
_ZERO = timedelta(0)
_HOUR = 3600
_DAY = 86400
_STRONG_CACHE_SIZE = 8


class _LocalType:
    """One of the local times of a zone: its offset, what of that is daylight saving, and its abbreviation."""
    __slots__ = ('utcoff', 'dstoff', 'tzname')

    def __init__(self, utcoff, dstoff, tzname):
        self.utcoff = timedelta(seconds=utcoff)
        self.dstoff = timedelta(seconds=dstoff)
        self.tzname = tzname

    def __eq__(self, other):
        if not isinstance(other, _LocalType): return NotImplemented
        return (self.utcoff, self.dstoff, self.tzname) == (other.utcoff, other.dstoff, other.tzname)


class _Nothing:
    """What is known of the time of no date, unless all dates have the same."""
    utcoff = dstoff = tzname = None


def _seconds_since_epoch(dt):
    return (dt.toordinal() - 719163) * _DAY + dt.hour * 3600 + dt.minute * 60 + dt.second


def _seconds(delta):
    return delta.days * _DAY + delta.seconds


class _Zone:
    """The transitions of a zone, and what holds before and after them."""

    def __init__(self, fobj):
        indexes, utc, offsets, is_dst, names, rule = _common.load_data(fobj)
        savings = _savings(indexes, offsets, is_dst)
        types = [_LocalType(*each) for each in zip(offsets, savings, names)]
        self.utc = utc
        self.types = [types[i] for i in indexes]
        standard = [types[i] for i in range(len(types)) if not is_dst[i]]
        self.before = (standard or types or [None])[0]
        if rule:
            self.after = _parse_rule(rule.decode())
        elif types:
            self.after = _Constant(self.types[-1] if self.types else types[-1])
        else:
            raise ValueError('No time zone information found.')
        self.is_fixed = isinstance(self.after, _Constant) and not utc and types in ([], [self.after.local])
        self.wall = ([], [])
        previous = self.before
        for moment, local in zip(utc, self.types):
            earlier, later = sorted((_seconds(previous.utcoff), _seconds(local.utcoff)))
            self.wall[0].append(moment + later)
            self.wall[1].append(moment + earlier)
            previous = local

    def at(self, dt):
        """What holds at a local time."""
        if dt is None: return self.after.local if self.is_fixed else _Nothing
        wall = self.wall[dt.fold]
        seconds = _seconds_since_epoch(dt)
        index = bisect_right(wall, seconds)
        if index >= len(wall): return self.after.at(seconds, dt.year, dt.fold)
        return self.types[index - 1] if index > 0 else self.before

    def at_utc(self, dt):
        """What holds at a moment, and the fold of its local time."""
        seconds = _seconds_since_epoch(dt)
        utc = self.utc
        index = bisect_right(utc, seconds)
        if index == len(utc) and not (utc and seconds == utc[-1]):
            local, fold = self.after.at_utc(seconds, dt.year)
            if not utc or fold: return local, fold
            # Clocks may have been set back by the last transition just now.
            if isinstance(self.after, _Constant): return local, self._fold(index, seconds)
            return local, fold
        if index == 0: return self.before, 0
        return self.types[index - 1], self._fold(index, seconds)

    def _fold(self, index, seconds):
        """Has the transition before `index` set clocks back to a time that has been already?"""
        previous = self.types[index - 2] if index > 1 else self.before
        back = _seconds(previous.utcoff) - _seconds(self.types[index - 1].utcoff)
        return int(back > seconds - self.utc[index - 1])


def _savings(indexes, offsets, is_dst):
    """Daylight saving, in seconds, of each local type: the difference to the standard time that comes before it somewhere, or after."""
    savings = [0] * len(offsets)
    for place, index in enumerate(indexes):
        if place == 0 or not is_dst[index] or savings[index]: continue
        previous = indexes[place - 1]
        if not is_dst[previous]: savings[index] = offsets[index] - offsets[previous]
        if not savings[index] and place + 1 < len(indexes):
            following = indexes[place + 1]
            if not is_dst[following]: savings[index] = offsets[index] - offsets[following]
    return [saving or _HOUR if dst else 0 for saving, dst in zip(savings, is_dst)]


class _Constant:
    """After the last transition, one local time for ever."""

    def __init__(self, local):
        self.local = local

    def at(self, seconds, year, fold):
        return self.local

    def at_utc(self, seconds, year):
        return self.local, 0


class _Yearly:
    """After the last transition, daylight saving from one day of each year to another."""

    def __init__(self, standard, daylight, start, end):
        self.standard = standard
        self.daylight = daylight
        self.start = start
        self.end = end
        self.saving = _seconds(daylight.utcoff) - _seconds(standard.utcoff)
        self.years = {}

    def span(self, year):
        """When daylight saving starts and ends; most dates asked for are of few years."""
        span = self.years.get(year)
        if span is None: span = self.years[year] = self.start(year), self.end(year)
        return span

    def at(self, seconds, year, fold):
        start, end = self.span(year)
        # The start is read from a clock of standard time, the end from one of daylight saving; see the rule at the top.
        if (fold == 1) == (self.saving >= 0): end -= self.saving
        else: start += self.saving
        return self._during(seconds, start, end)

    def at_utc(self, seconds, year):
        start, end = self.span(year)
        start -= _seconds(self.standard.utcoff)
        end -= _seconds(self.daylight.utcoff)
        back, length = (end, self.saving) if self.saving > 0 else (start, -self.saving)
        return self._during(seconds, start, end), int(back <= seconds < back + length)

    def _during(self, seconds, start, end):
        is_daylight = start <= seconds < end if start < end else not end <= seconds < start
        return self.daylight if is_daylight else self.standard


class _Text:
    """What is left of a rule (POSIX's TZ, as RFC 8536 extends it): `EST5EDT,M3.2.0,M11.1.0`."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self):
        raise ValueError(f'malformed TZ string: {self.text}')

    @property
    def rest(self):
        return self.text[self.at:]

    def accept(self, prefix):
        if not self.text.startswith(prefix, self.at): return False
        self.at += len(prefix)
        return True

    def while_in(self, is_wanted):
        start = self.at
        while self.at < len(self.text) and is_wanted(self.text[self.at]): self.at += 1
        return self.text[start:self.at]

    def name(self):
        if self.accept('<'):
            name = self.while_in(lambda each: each.isascii() and (each.isalnum() or each in '+-'))
            if not name or not self.accept('>'): self.fail()
        else:
            name = self.while_in(lambda each: each.isascii() and each.isalpha())
            if not name: self.fail()
        return name

    def number(self, least, most, digits):
        text = self.while_in(lambda each: '0' <= each <= '9')
        if not text or len(text) > digits or not least <= int(text) <= most: self.fail()
        return int(text)

    def time(self, most_hours, digits):
        """`[+-]hh[:mm[:ss]]` in seconds."""
        sign = -1 if self.accept('-') else (self.accept('+'), 1)[1]
        seconds = self.number(0, most_hours, digits) * 3600
        if self.accept(':'):
            seconds += self.number(0, 59, 2) * 60
            if self.accept(':'): seconds += self.number(0, 59, 2)
        return sign * seconds

    def day(self):
        """A function from a year to the moment of a transition, on the clock that it is read from."""
        if not self.accept(','): self.fail()
        if self.accept('M'):
            month = self.number(1, 12, 2)
            if not self.accept('.'): self.fail()
            week = self.number(1, 5, 1)
            if not self.accept('.'): self.fail()
            weekday = self.number(0, 6, 1)
            ordinal = lambda year: _nth_weekday(year, month, week, weekday)
        elif self.accept('J'):
            number = self.number(1, 365, 3)
            ordinal = lambda year: _day_without_leap(year, number)
        else:
            number = self.number(0, 365, 3)
            ordinal = lambda year: datetime(year, 1, 1).toordinal() + number
        time = self.time(167, 3) if self.accept('/') else 2 * _HOUR
        return lambda year: (ordinal(year) - _EPOCH.toordinal()) * _DAY + time


def _nth_weekday(year, month, week, weekday):
    """The ordinal of a weekday (0 for Sunday) of a month; week 5 is the last one."""
    first = datetime(year, month, 1).toordinal()
    day = first + (weekday - first % 7) % 7 + 7 * (week - 1)
    following = datetime(year, 12, 31).toordinal() + 1 if month == 12 else datetime(year, month + 1, 1).toordinal()
    return day if day < following else day - 7


def _day_without_leap(year, number):
    """The ordinal of a day of the year in a count that leaves out the 29th of February."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return datetime(year, 1, 1).toordinal() + number - 1 + (is_leap and number > 59)


def _parse_rule(text):
    source = _Text(text)
    name = source.name()
    offset = -source.time(24, 3)
    if not source.rest: return _Constant(_LocalType(offset, 0, name))
    standard = _LocalType(offset, 0, name)
    daylight_name = source.name()
    daylight_offset = offset + _HOUR if source.rest[:1] in (',', '') else -source.time(24, 3)
    daylight = _LocalType(daylight_offset, daylight_offset - offset, daylight_name)
    start, end = source.day(), source.day()
    if source.rest: source.fail()
    return _Yearly(standard, daylight, start, end)


def _open(key):
    """The file of a zone: the system's, or else that of the package tzdata."""
    path = _tzpath.find_tzfile(key)
    if path is not None: return open(path, 'rb')
    try:
        return _common.load_tzdata(key)
    except _common.ZoneInfoNotFoundError:
        # The archive's words are about Pyodide.
        raise _common.ZoneInfoNotFoundError(f'No time zone found with key {key}') from None


class ZoneInfo(tzinfo):
    _strong_cache = OrderedDict()
    _weak_cache = weakref.WeakValueDictionary()
    __module__ = 'zoneinfo'

    def __init_subclass__(cls):
        cls._strong_cache = OrderedDict()
        cls._weak_cache = weakref.WeakValueDictionary()

    def __new__(cls, key):
        instance = cls._weak_cache.get(key)
        if instance is None:
            instance = cls._weak_cache.setdefault(key, cls._load(key))
            instance._is_cached = True
        cls._strong_cache[key] = cls._strong_cache.pop(key, instance)
        if len(cls._strong_cache) > _STRONG_CACHE_SIZE: cls._strong_cache.popitem(last=False)
        return instance

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        return cls._load(key)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        """Create a ZoneInfo file from a file object."""
        instance = super().__new__(cls)
        instance._key = key
        instance._zone = _Zone(file_obj)
        instance._is_cached = False
        instance._is_from_file = True
        instance._file_repr = repr(file_obj)
        return instance

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        if only_keys is None:
            cls._weak_cache.clear()
            cls._strong_cache.clear()
            return
        for key in only_keys:
            cls._weak_cache.pop(key, None)
            cls._strong_cache.pop(key, None)

    @classmethod
    def _load(cls, key):
        with _open(key) as file: instance = cls.from_file(file, key)
        instance._is_from_file = False
        return instance

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        return self._find(dt).utcoff

    def dst(self, dt):
        """Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."""
        return self._find(dt).dstoff

    def tzname(self, dt):
        """Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."""
        return self._find(dt).tzname

    def _find(self, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'a datetime.datetime argument is required, not {type(dt).__name__!r}')
        return self._zone.at(dt)

    def fromutc(self, dt):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(dt, datetime): raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self: raise ValueError('fromutc: dt.tzinfo is not self')
        local, fold = self._zone.at_utc(dt)
        moved = dt + local.utcoff
        return moved.replace(fold=fold) if fold else moved

    def __repr__(self):
        if self._key is None: return f'{type(self).__module__}.{type(self).__qualname__}.from_file({self._file_repr})'
        return f'{type(self).__module__}.{type(self).__qualname__}(key={self._key!r})'

    def __str__(self):
        return str(self._key) if self._key is not None else repr(self)

    def __reduce__(self):
        if self._is_from_file:
            import pickle
            raise pickle.PicklingError('Cannot pickle a ZoneInfo file from a file stream.')
        return type(self)._unpickle, (self._key, self._is_cached)

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        """Private method used in unpickling."""
        return cls(key) if from_cache else cls.no_cache(key)
