# Exceptions raised by the interpreter carry their details.
def attempt(f):
    try: f()
    except Exception as e: print(type(e).__name__, e, {k: getattr(e, k) for k in ("name", "obj", "value", "code", "msg", "path", "errno", "filename") if hasattr(e, k) and not callable(getattr(e, k))})
class X: pass
attempt(lambda: undefined); attempt(lambda: (5).real.foo); attempt(lambda: __import__("nothing_here")); attempt(lambda: next(iter([]))); attempt(lambda: exec("from math import foo")); attempt(lambda: X.y); attempt(lambda: exec("import math.x"))
def gen(): return 5; yield
def value():
    next(gen())
attempt(value)
def unbound():
    print(late); late = 1
attempt(unbound)
def free():
    def inner(): return cell
    if 0: cell = 1
    return inner()
attempt(free)
attempt(lambda: setattr(1, "x", 1)); attempt(lambda: delattr(X, "q")); attempt(lambda: {}["k"]); attempt(lambda: int("z")); attempt(lambda: eval("1 +")); attempt(lambda: "\ud800".encode()); attempt(lambda: [].remove(1)); attempt(lambda: 1 / 0)
