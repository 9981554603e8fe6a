# time.tzset takes the zone that TZ names, and its names with it.
import os, time
for zone in 'America/New_York', 'Europe/London', 'Asia/Tokyo', 'UTC':
    os.environ['TZ'] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(1025000000)[:9], time.strftime('%Z', time.localtime(1025000000)))
