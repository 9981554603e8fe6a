# Tracebacks underline the part of the line that failed, for every kind of expression.
import traceback
def attempt(f):
    try: f()
    except Exception as error:
        lines = traceback.format_exception(error)
        print("".join(lines[2:]), end="")
class O: a = None
o, d, z, lst = O(), {}, 0, [1]
def binary(): return 1 + 2 * (3 / z) - 4
def compare(): return 1 < 2 < "x"
def subscript(): return lst[0] + d["missing"][1]
def attribute(): return o.a.b.c
def call(): return len(5) + len([1])
def call_args(): return max(1, o.missing, key=None)
def unary(): return 1 + -"x"
def nested(): return [x for x in [1, 2] if x / z]
def fstring(): return f"{1} {o.nothing!r:>5} {2}"
def store(): lst[5] = 1
def store_attr(): o.a.x = 1
def aug(): lst[0] += "x"
def delete(): del d["k"]
def name(): return undefined_name + 1
def multi():
    return (1 +
            2 / z +
            3)
def multi_call():
    return max(
        1,
        len(5),
    )
def unpack(): a, b = 1, 2, 3
def unpack_for():
    for a, b in [(1, 2, 3)]: pass
def iterate():
    for x in 5: pass
def with_(): 
    with 5: pass
def raise_(): raise ValueError("raised")
def assert_(): assert 1 == 2, "assertion"
def lambda_(): return (lambda x: x.y)(5)
def import_(): import no_such_module_at_all
def import_from(): from math import no_such_name
def star(): print(*5)
def kwargs(): print(**5)
def slice_(): return lst["a":]
def method(): return "abc".index("z")
def chain(): return "abc".upper().lower().nothing().title()
def parens(): return (lst)[(9)]
def is_not(): return 5 in 5
def power(): return 2 ** "x"
def wide(): return "é中😀" + 5 + "ü"
def tabs():	return	1 /	z
def comprehension(): return {k: v / z for k, v in {"a": 1}.items()}
def generator(): return sum(1 / x for x in [z])
def ternary(): return 1 if o.q else 2
def boolean(): return z or o.q and 1
def await_like(): return list(map(lambda v: v / z, [1]))
def walrus(): return (y := 1 / z)
def decorated():
    @o.missing
    def f(): pass
def default():
    def f(x=1 / z): pass
def class_():
    class C(5): pass
def del_attr(): del o.nothing
def global_():
    global g_x
    g_x.y
for f in (binary, compare, subscript, attribute, call, call_args, unary, nested, fstring, store, store_attr, aug, delete, name, multi, multi_call, unpack, unpack_for, iterate, with_, raise_, assert_, lambda_, import_, import_from, star, kwargs, slice_, method, chain, parens, is_not, power, wide, tabs, comprehension, generator, ternary, boolean, await_like, walrus, decorated, default, class_, del_attr, global_):
    attempt(f)
