# Decorators apply from the inside out, take any expression and receive functions and classes.
def note(name):
    print("make", name)
    def decorate(thing):
        print("apply", name, "to", thing.__name__)
        return thing
    return decorate
@note("outer")
@note("inner")
def f(x=print("default")): return "f"
print(f())
@note("class")
class C:
    @note("method")
    def m(self): return "m"
    @(lambda fn: staticmethod(fn))
    def s(): return "static"
print(C().m(), C.s())
registry = {}
@registry.setdefault("key", lambda fn: fn.__name__)
def named(): pass
print(named)
decorators = [str.upper, lambda fn: fn.__name__]
@decorators[0]
@decorators[1]
def shout(): pass
print(shout)
import functools
def trace(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        print("call", fn.__name__, args, kwargs)
        return fn(*args, **kwargs)
    return wrapper
@trace
def add(a, b=1):
    "adds"
    return a + b
print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(3))
class Count:
    def __init__(self, fn): self.fn, self.calls = fn, 0; functools.update_wrapper(self, fn)
    def __call__(self, *args): self.calls += 1; return self.fn(*args)
    def __get__(self, instance, owner): return self if instance is None else functools.partial(self, instance)
class D:
    @Count
    def m(self, x): return x * 2
d = D()
print(d.m(2), d.m(3), D.m.calls, D.m.__name__)
@property
def weird(self): pass
print(type(weird).__name__)
@(lambda fn: print('gone', fn.__name__))
def not_called(): pass
