# Names are local if assigned anywhere in the function, else enclosing, global, builtin.
x = "global"
def read(): return x
def write(): x = "local"; return x
def unbound():
    try: print(x)
    except UnboundLocalError as error: print(error, error.name)
    x = 1
def glob(): global x; x = "changed"
def enclosing():
    x = "enclosing"
    def inner(): return x
    def inner2():
        global x
        return x
    class C:
        seen = x
        x = "class"
        def method(self): return x
        inside = x
    return inner(), inner2(), C.seen, C().method(), C.inside
print(read(), write(), enclosing()); unbound(); glob(); print(x)
len_ = len
def shadow():
    len = lambda x: "shadowed"
    return len([1])
print(shadow(), len([1]))
len = lambda x: "global len"
print(len([1])); del len; print(len([1]))
class Cls:
    y = x
    x = 5
    z = [x for _ in range(2)]
    w = (lambda: x)()
    def f(self): return x
    del x
    v = x
print(Cls.y, Cls.z, Cls.w, Cls().f(), Cls.v)
def loop_var():
    for i in range(3): pass
    return i
print(loop_var())
def except_var():
    e = "before"
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as error: return str(error)
print(except_var())
def dels():
    a = 1
    del a
    try: a
    except UnboundLocalError as error: print(error)
dels()
def nested_nonlocal():
    n = 0
    def a():
        def b():
            nonlocal n
            n += 1
        b(); b()
    a()
    return n
print(nested_nonlocal())
for code in ("undefined_name", "def f():\n  return undefined_too\nf()", "del undefined", "class A: q = undefined_in_class", "lambda: 0; never", "printt", "def g():\n  for i in []: pass\n  return i\ng()"):
    try: exec(code)
    except NameError as error: print(type(error).__name__, error, error.name)
def exec_scope():
    v = 1
    exec("v = 2; w = 3")
    return v, "w" in locals()
print(exec_scope())
ns = {"a": 1}
exec("b = a + 1\ndef f(): return b", ns); print(ns["b"], ns["f"]())
g, l = {"a": 1}, {"a": 2}
exec("c = a; global d; d = 5", g, l); print(l, g["d"])
print(eval("a + b", {"a": 1}, {"b": 2}), eval("[a for _ in range(2)]", {}, {"a": 3}), eval("(lambda: x)()", {"x": 9}))
