# Tracebacks of deep recursion fold repeated lines.
import traceback, sys
def f(n): return f(n - 1) if n else 1 / 0
def g(n):
    if n: return h(n - 1)
    raise ValueError("bottom")
def h(n): return g(n)
for call in (lambda: f(2), lambda: f(3), lambda: f(4), lambda: f(10), lambda: g(8)):
    try: call()
    except Exception: traceback.print_exc(file=sys.stdout)
f(20)
