# The classes of datetime are CPython's in C: messages name them with their module, and they cannot be changed.
import collections
import datetime as dt

d, t = dt.date(2024, 1, 2), dt.timedelta(1)


class Sub(dt.date):
    x = 1


Sub.x = 2
for s in ["d + 1", "d - 'a'", "t + 1", "t * 'a'", "1 - t", "dt.date.x = 1", "dt.datetime.now = 3", "del dt.time.min", "d.nope",
          "dt.date.nope", "Sub.x", "Sub.nope", "Sub(2024, 1, 1) + 1", "dt.date.fromordinal(0)", "dt.datetime.fromordinal(-5)",
          "dt.date.fromordinal(730000)", "dt.date('a', 1, 1)", "dt.time(1) + dt.time(2)", "d @ 1", "-d", "len(d)", "int(t)",
          "dt.date.__name__, dt.date.__module__", "collections.deque.nope", "int.nope"]:
    try:
        print(s, '->', exec(s) if ' = ' in s or s.startswith('del') else eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__, e)
