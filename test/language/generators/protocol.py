# Generators run until yield, take values by send, exceptions by throw, and end by return or close.
def talk():
    print("start")
    try:
        while True:
            try:
                got = yield "ask"
                print("got", got)
                if got == "stop": return "returned"
            except KeyError as error:
                print("caught", error)
                yield "recovered"
    finally:
        print("cleanup")
g = talk()
print(next(g), g.send(1), g.throw(KeyError("k")), next(g), g.send(None))
try:
    g.send("stop")
except StopIteration as stop:
    print(stop.value, stop.args)
print(list(g), next(g, "done"), g.close())
g = talk(); next(g)
try:
    g.throw(ValueError, "old style") if False else g.throw(ValueError("v"))
except ValueError as error:
    print("out", error)
g = talk(); print(g.close()); g = talk(); next(g); print(g.close())
g = talk()
for action in (lambda: g.send(1), lambda: next(g), lambda: g.throw(5), lambda: g.throw(int)):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
def ignores():
    try: yield 1
    except GeneratorExit: print("ignored")
    yield 2
i = ignores(); next(i)
try:
    i.close()
except RuntimeError as error:
    print(error)
def reenter():
    yield next(me)
me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)
def stops():
    yield 1
    raise StopIteration("inner")
s = stops(); next(s)
try:
    next(s)
except RuntimeError as error:
    print(error, repr(error.__cause__))
def close_value():
    try: yield
    except GeneratorExit: return "closed value"
c = close_value(); next(c); print(c.close())
def not_started():
    print("never")
    yield
n = not_started()
try:
    n.throw(KeyError("early"))
except KeyError as error:
    print("KeyError", error, list(n))
g.close()
g = (x for x in [1])
print(type(g).__name__, g.__name__, g.gi_code.co_name, g.gi_running, g.gi_frame is not None, g.gi_yieldfrom, g.gi_suspended)
next(g); print(g.gi_suspended, list(g), g.gi_frame)
print(iter(g) is g, talk.__code__.co_flags & 0x20 != 0, repr(talk()).split(" at ")[0])
