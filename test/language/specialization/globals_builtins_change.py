# Globals and builtins may be changed, shadowed and removed at any time.
import builtins
value = 1
def get(): return value
def length(x): return len(x)
for _ in range(100): get(); length("ab")
print(get(), length("ab"))
value = 2; print(get()); globals()["value"] = 3; print(get()); del value
try: get()
except NameError as e: print(e)
builtins.value = "from builtins"; print(get()); value = "global again"; print(get()); del value, builtins.value
len = lambda x: "shadowed"; print(length("ab")); del len; print(length("ab"))
old = builtins.len; builtins.len = lambda x: "replaced"; print(length("ab"))
for _ in range(100): length("a")
builtins.len = old; print(length("abc"))
for i in range(300): globals()[f"g{i}"] = i
print(g0 + g299, length("x")); value = 5
for i in range(300): del globals()[f"g{i}"]
print(get())
def modify():
    global value
    for i in range(100): value = i
    return value
print(modify(), value)
def f(): return g()
def g(): return "first"
for _ in range(100): f()
def g(): return "second"
print(f()); g = int; print(f()); g = lambda *a: a; print(f()); g = "not callable"
try: f()
except TypeError as e: print(e)
exec("def h(): return z\nfor _ in range(50):\n  try: h()\n  except NameError: pass\nz = 1\nprint(h())\nz = 2\nprint(h())", {"print": print, "range": range, "NameError": NameError})
ns = {"n": 1}; exec("def k(): return n", ns); print([ns["k"]() for _ in range(60)][-1]); ns["n"] = 2; print(ns["k"]()); ns.pop("n")
try: ns["k"]()
except NameError as e: print(e)
