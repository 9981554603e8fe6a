# cProfile counts calls, those from within and those of builtins, and who made them.
import cProfile, pstats
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def work():
    items = []
    for i in range(4): items.append(fib(i))
    return sorted(items, key=abs)
p = cProfile.Profile()
print(p.runcall(work))
p.enable(); len('x')
try: int('x')
except ValueError: pass
p.disable()
def name(code): return code if isinstance(code, str) else code.co_name
for entry in sorted(p.getstats(), key=lambda entry: name(entry.code)):
    calls = sorted((name(call.code), call.callcount, call.reccallcount) for call in entry.calls or ())
    print(name(entry.code), entry.callcount, entry.reccallcount, calls, entry.totaltime >= entry.inlinetime >= 0)
stats = pstats.Stats(p)
print(stats.total_calls, stats.prim_calls)
p.clear(); print(p.getstats())
ticks = iter(range(100))
p = cProfile.Profile(lambda: next(ticks), 0.5, builtins=False)
p.runcall(fib, 2)
print([(name(entry.code), entry.callcount) for entry in p.getstats() if name(entry.code) == 'fib'])
