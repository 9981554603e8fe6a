"""Every event that a trace function and a profile function are told of."""
import sys
def show(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    if event == 'exception': arg = (arg[0].__name__, str(arg[1]))
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, arg if not callable(arg) else arg.__name__)
    return show
def f(n):
    total = 0
    for i in range(n):
        total += i
    return total
def g():
    yield 1
    x = yield 2
def h():
    try:
        1/0
    except ZeroDivisionError:
        pass
    else:
        y = 1
    finally:
        z = 2
def tight():
    for x in range(3): pass
    i = 0
    while i < 2: i += 1
def raiser():
    raise ValueError('x')
def outer():
    try: raiser()
    except ValueError as e:
        return [a for a in (1,2)]
def withs():
    class C:
        a = 1
        def m(self): return 1
    import contextlib
    with contextlib.suppress(KeyError):
        {}[1]
    return C().m()
def lam(): return (lambda: 5)()
for func in (lambda: f(3), lambda: list(g()), h, tight, outer, withs, lam):
    sys.settrace(show)
    func()
    sys.settrace(None)
    print('--')
def prof(frame, event, arg):
    if frame.f_code.co_filename != __file__: return
    print('P', event, frame.f_code.co_name, getattr(arg, '__name__', arg))
def p():
    len([1]); [].append(3); str(4); max(3,4); sorted([1,2], key=lambda x: -x)
    try: len(3)
    except TypeError: pass
    return f(1)
sys.setprofile(prof)
p()
sys.setprofile(None)
def nothing(): pass
calls = 0
def count(frame, event, arg):
    global calls
    calls += event == 'call' and frame.f_code is nothing.__code__
sys.settrace(count)
for i in range(10000): nothing()
sys.settrace(None)
print(calls)
import types
class A:
    f = classmethod(repr)
    g = types.MethodType(str.upper, 'abc')
events = []
sys.setprofile(lambda frame, event, arg: events.append((event, arg.__name__)))
A().f()
A.g()
sys.setprofile(None)
print(events)
