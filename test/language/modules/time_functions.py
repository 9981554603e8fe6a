# time: conversions are deterministic, clocks move forward.
import time
a, b = time.perf_counter(), time.perf_counter(); print(b >= a, time.monotonic() > 0, time.time() > 1e9, time.time_ns() > 10**18, isinstance(time.process_time(), float), time.sleep(0), time.sleep(0.001))
g = time.gmtime(0); print(g, tuple(g), g.tm_year, g[3], time.strftime("%Y-%m-%d %H:%M:%S", g), time.asctime(g), time.gmtime(1700000000.5).tm_yday, time.strftime("%a %A %b %B %d %j %U %w %y %% %I %p", time.gmtime(86400 * 45)), time.struct_time(range(9)).tm_mon, len(g))
import calendar; print(calendar.timegm(g), calendar.timegm(time.gmtime(123456789)))
for code in ("time.sleep(-1)", "time.sleep('a')", "time.gmtime('a')", "time.strftime(5)", "time.struct_time([1])", "time.strftime('%Y', (1,))", "time.asctime('x')", "time.gmtime(1e300)"):
    try: print(code, eval(code))
    except (ValueError, TypeError, OverflowError) as error: print(code, "->", type(error).__name__, error)
for year in 1899 - 2**31, 1900 - 2**31, 2**31 - 1:
    try: print(time.asctime((year,) + (0,) * 8))
    except OverflowError as error: print(error)
import threading
class Data(threading.local): pass
for data in threading.local(), Data():
    data.x = 5
    for code in "data.__dict__", "setattr(data, '__dict__', {})", "delattr(data, '__dict__')", "data.x", "data.y":
        try: print(code, eval(code))
        except AttributeError as error: print(code, "->", error)
