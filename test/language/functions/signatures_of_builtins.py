"""Signatures that CPython knows though the documentation tells them in its own words, and those that it does not."""
import inspect, time, random, atexit, itertools, _random, builtins
for f in time.time, random.getrandbits, atexit.unregister, memoryview, time.perf_counter, _random.Random.getstate, time.process_time:
    print(f.__name__, inspect.signature(f))
for f in min, max, vars, dir, getattr, iter, next, time.localtime, time.strftime, time.ctime, int, bytes:
    try: print(inspect.signature(f))
    except ValueError as e: print(e)
