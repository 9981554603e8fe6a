"""Time zones from files made here: transitions, rules for the years after them, folds and gaps, caches, complaints."""
import io
import pickle
import struct
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def seconds(*date):
    return int(datetime(*date, tzinfo=timezone.utc).timestamp())


def zone_file(transitions, types, rule=b''):
    """A file of the format of RFC 8536, version 2, whose 32-bit part is empty."""
    names = b''.join(name + b'\0' for _, _, name in types)
    header = lambda *counts: b'TZif2' + bytes(15) + struct.pack('>6l', *counts)
    body = b''.join(struct.pack('>q', moment) for moment, _ in transitions) + bytes(index for _, index in transitions)
    at = 0
    for offset, is_daylight, name in types:
        body += struct.pack('>lbB', offset, is_daylight, at)
        at += len(name) + 1
    empty = header(0, 0, 0, 0, 1, 1) + struct.pack('>lbB', 0, 0, 0) + b'\0'
    return io.BytesIO(empty + header(0, 0, 0, len(transitions), len(types), len(names)) + body + names + b'\n' + rule + b'\n')


def show(zone, *date, **fold):
    local = datetime(*date, tzinfo=zone, **fold)
    print(local, local.dst(), local.tzname(), local.fold)


types = [(561, 0, b'LMT'), (3600, 0, b'CET'), (7200, 1, b'CEST'), (10800, 0, b'MSK')]
transitions = [
    (seconds(1911, 3, 11), 1), (seconds(1996, 3, 31, 1), 2), (seconds(1996, 10, 27, 1), 1),
    (seconds(1997, 3, 30, 1), 2), (seconds(1997, 10, 26, 1), 1),
]
zone = ZoneInfo.from_file(zone_file(transitions, types, b'CET-1CEST,M3.5.0,M10.5.0/3'), key='Made/Here')
print(zone, repr(zone), zone.key, zone.utcoffset(None), zone.tzname(None))
for date in (1900, 1, 1), (1950, 7, 1), (1996, 7, 1), (1997, 12, 1), (2024, 7, 1), (2024, 12, 31, 23, 59), (2999, 7, 1):
    show(zone, *date)
print('gaps and folds')
for date in (1996, 3, 31, 2, 30), (1996, 10, 27, 2, 30), (2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30):
    for fold in 0, 1: show(zone, *date, fold=fold)
print('from UTC')
for year in 1900, 1996, 1997, 2024:
    for month in 3, 10:
        for hour in 0, 1, 2:
            day = 31 if month == 3 else 27
            local = datetime(year, month, day, hour, 30, tzinfo=timezone.utc).astimezone(zone)
            print(local, local.fold)

print('other rules')
rules = [
    b'EST5EDT,M3.2.0,M11.1.0', b'<-03>3<-02>,M3.5.0/-2,M10.5.0/-1', b'IST-1GMT0,M10.5.0,M3.5.0/1', b'AEST-10AEDT,J274/2,J91/3',
    b'XXX-3:30YYY,59/0,300/25:30:15', b'<+0545>-5:45', b'LHST-10:30LHDT-11,M10.1.0,M4.1.0',
]
for rule in rules:
    zone = ZoneInfo.from_file(zone_file([], [(0, 0, b'UTC')], rule))
    print(rule.decode(), zone.utcoffset(None))
    for month in range(1, 13):
        local = datetime(2024, month, 1, tzinfo=timezone.utc).astimezone(zone)
        print('   ', local, local.dst(), local.tzname(), local.fold)
    show(zone, 2025, 4, 6, 1, 45)
    show(zone, 2025, 4, 6, 1, 45, fold=1)
for rule in b'EST', b'EST5EDT', b'EST5EDT,M13.1.0,M11.1.0', b'EST5EDT,M3.2.0', b'5EDT', b'EST25', b'EST5EDT,M3.2.0,M11.1.0,x':
    try:
        ZoneInfo.from_file(zone_file([], [(0, 0, b'UTC')], rule))
    except ValueError as error:
        print(rule, type(error).__name__)

nameless = ZoneInfo.from_file(zone_file([], [(0, 0, b'UTC')]))
print(nameless.key, nameless.utcoffset(None), nameless.dst(None), nameless.tzname(None))
for attempt in (
    lambda: pickle.dumps(nameless), lambda: ZoneInfo('../there'),
    lambda: nameless.fromutc(datetime(2024, 1, 1)),
    lambda: ZoneInfo.from_file(io.BytesIO(b'')),
):
    try:
        print(attempt())
    except (pickle.PicklingError, ValueError) as error:
        print(type(error).__name__, error)
