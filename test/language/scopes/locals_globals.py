# locals() and globals() show and, for modules, change the namespaces.
globals()["made"] = 5
print(made, "made" in globals(), locals() is globals())
def f(a, *b, c=1, **d):
    e = 2
    before = sorted(locals())
    if False: never = 1
    return before, locals()["a"], locals() is locals()
print(f(1))
def snapshot():
    x = 1
    l = locals()
    x = 2
    l["x"] = 10
    l["new"] = 5
    return l["x"], x, locals()["x"], "new" in locals()
print(snapshot())
def closure():
    y = 1
    def inner():
        y
        return locals()
    z = inner
    return inner(), sorted(locals())
print(closure())
class C:
    a = 1
    locals()["b"] = 2
    names = sorted(n for n in locals() if not n.startswith("__"))
print(C.b, C.names)
print([sorted(locals()) for q in range(1)][0][-1:], (lambda p: locals())(1))
def comp():
    k = 1
    return [sorted(locals()) for j in range(1)]
print(comp())
import sys
def frame():
    v = 5
    f = sys._getframe()
    print(f.f_locals["v"], f.f_code.co_name, f.f_globals is globals(), f.f_back.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno)
    f.f_locals["v"] = 6
    print(v, type(f.f_locals).__name__, sorted(f.f_locals), len(f.f_locals), "v" in f.f_locals)
frame()
print(vars() is locals(), dir() == sorted(globals()), [n for n in dir() if n == "made"])
def no_locals(): return locals()
print(no_locals(), sys._getframe().f_code.co_name)
def exec_in():
    n = 3
    exec("print(n, sorted(locals()))")
    return eval("n * 2"), eval("locals()")["n"]
print(exec_in())
def fast_exec(): 
    d = {}
    exec("x = 5", globals(), d)
    return d
print(fast_exec(), "x" in globals())
