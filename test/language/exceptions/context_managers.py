# with statements call __enter__ and __exit__, on types, and let __exit__ swallow.
class CM:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name, end="; ")
        if self.fail == "enter": raise RuntimeError("enter failed")
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None, end="; ")
        if self.fail == "exit": raise RuntimeError("exit failed")
        return self.swallow
with CM("a") as a, CM("b") as b: print(a, b, end="; ")
print()
with CM("s", swallow=True): raise ValueError("swallowed")
print("after")
for cms in ([CM("a"), CM("b", fail="enter")], [CM("a", swallow=True), CM("b", fail="exit")]):
    try:
        with cms[0], cms[1]: print("body", end="; ")
        print("went on")
    except RuntimeError as error: print(error)
def returns():
    with CM("r"): return "value"
print(returns())
for i in range(3):
    with CM(str(i)):
        if i == 0: continue
        if i == 1: break
print()
with (CM("p") as p, CM("q") as q,): print(p, q)
with CM("t") as (x, *y): print(x, y)
with (CM("u")): print("paren")
with (yield_ := CM("w")): print(yield_.name)
class Half:
    def __enter__(self): pass
class Other:
    def __exit__(self, *a): pass
class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for bad in (5, Half(), Other(), Async(), CM):
    try:
        with bad: pass
    except TypeError as error: print(error)
class OnInstance: pass
o = OnInstance(); o.__enter__ = o.__exit__ = lambda *a: None
try:
    with o: pass
except TypeError as error: print(error)
from contextlib import contextmanager, suppress, ExitStack, closing, redirect_stdout, nullcontext, ContextDecorator
@contextmanager
def managed(n):
    print("before", n)
    try: yield n
    except KeyError as error: print("caught", error)
    else: print("clean", n)
    finally: print("after", n)
with managed(1) as m: print("in", m)
with managed(2): raise KeyError("k")
@managed(3)
def decorated(): return "decorated"
print(decorated())
with suppress(ValueError, KeyError): raise KeyError
with ExitStack() as stack:
    for i in range(2): stack.enter_context(managed(i))
    stack.callback(print, "callback", 1); stack.push(lambda *a: print("pushed", a[0]))
import io
out = io.StringIO()
with redirect_stdout(out): print("captured")
print(repr(out.getvalue()))
class Closer:
    def close(self): print("closed")
with closing(Closer()), nullcontext(): pass
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def never(): return; yield
for cm in (twice, never):
    try:
        with cm(): pass
    except RuntimeError as error: print(error)
