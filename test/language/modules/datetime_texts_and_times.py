"""Datetimes from texts and moments, and formatted: short ways and long ones."""
import datetime as D
import time

for text in ('2024-01-02T03:04:05', '2024-01-02 03:04:05.123456', '2024-02-30T00:00:00', '2024-01-02T24:00:00', '2024-01-02T03:04:60',
             '2024-13-02T03:04:05', '2024-01-02x03:04:05', '2024-01-02T03:04:05.1234567', '2024-01-02T03:04:05.123', '2024-01-02',
             '20240102', '2024-W01-1', '2024-01-02T03:04:05+01:00', '2024-01-02T03:04:05Z', '2024-0a-02T03:04:05',
             '0000-01-02T03:04:05', '2024-01-02T03:04:05.12345x', '2024-01-02T03:04-05'):
    for cls in (D.datetime, D.date):
        try: print(repr(cls.fromisoformat(text)), end=' ')
        except ValueError as error: print(error, end=' ')
    print()


class Own(D.datetime):
    pass


class OwnDate(D.date):
    def timetuple(self):
        return time.struct_time((2000, 1, 1, 0, 0, 0, 0, 1, -1))


utc = D.timezone.utc
for moment in (0, 1, 1700000000.25, 1e9, -86400.5, 253402300799, 0.9999999, -0.0000001):
    moments = [D.datetime.fromtimestamp(moment, zone) for zone in (utc, D.timezone(D.timedelta(hours=-5, minutes=-30)))]
    print(moment, *moments, moments[0] == moments[1], moments[0].timestamp() == round(moment, 6))
    local = D.datetime.fromtimestamp(moment)
    print(local.fold, local.tzinfo, local.timestamp() == round(moment, 6), local.date() == D.date.fromtimestamp(moment),
          local == D.datetime(*time.localtime(moment // 1)[:6], local.microsecond))
for moment in (1e20, float('nan'), 'x', None, 253402300800):
    try: print(D.datetime.fromtimestamp(moment, utc))
    except (TypeError, ValueError, OverflowError) as error: print(type(error).__name__)
own = Own.fromtimestamp(5, utc)
print(type(own).__name__, own, type(Own.now()).__name__, type(Own.now(utc)).__name__, type(Own.fromisoformat('2024-01-02T03:04:05')).__name__)
now = D.datetime.now()
print(abs(now.timestamp() - time.time()) < 100, now.tzinfo, D.datetime.now(utc).tzinfo, D.datetime.now(tz=utc) > D.datetime(2024, 1, 1, tzinfo=utc))
try: D.datetime.now('x')
except TypeError as error: print(error)

aware = D.datetime(2024, 3, 5, 7, 8, 9, 10, D.timezone(D.timedelta(hours=1), 'zone%d'))
for format in ('%Y-%m-%d %H:%M:%S', '%a %A %b %B %d %j %U %W %w %u %p %I', '%y%%Y %-d|%_d|%e', '%f %z %:z %Z', '%%f', '', 'plain', '%x|%X|%D|%F|%T|%R', '%G-%V'):
    for shown in (aware, aware.replace(tzinfo=None), aware.date(), aware.timetz(), D.datetime(987, 1, 2), OwnDate(2024, 5, 6)):
        print(repr(shown.strftime(format)), end=' ')
    print(f'{aware:{format}}')
