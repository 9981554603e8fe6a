# match with literal, capture, wildcard, value and alternative patterns.
class Color: RED, GREEN = 1, 2
def kind(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "minus one"
        case 1.5: return "float"
        case -2.5 | 3 + 4j | -1 - 2j: return "number"
        case "a" | "b" as letter: return f"letter {letter}"
        case b"bytes": return "bytes"
        case None: return "none"
        case True: return "true"
        case Color.RED: return "never"
        case "multi" "part": return "joined"
        case str() as s if len(s) > 5: return f"long {s}"
        case _: return "other"
for x in (0, 1, 2, 3.0, -1, 1.5, -2.5, 3 + 4j, -1 - 2j, "a", "b", b"bytes", None, True, False, "multipart", "longer text", "c", [], 0.0): print(repr(x), kind(x))
def guard(x, y):
    match x, y:
        case a, b if a == b: return f"equal {a}"
        case a, b if a > b: return f"greater {a} {b}"
        case (a, b): return f"else {a} {b}"
print(guard(1, 1), guard(2, 1), guard(1, 2))
match 5:
    case x: print("captured", x)
print(x)
match [1]:
    case [y] if y > 5: print("no")
    case _: print("y leaked", y)
match "no match":
    case 1: print("never")
def nothing(x):
    match x:
        case 1: return 1
print(nothing(2))
class Strange:
    def __eq__(self, other): print("eq", other, end=" "); return other == 3
match Strange():
    case 1: print("one")
    case 2 | 3: print("matched three")
match Strange():
    case None: print("none")
    case True: print("true")
    case _: print("identity is used for None and True")
for bad in ("match x:\n  case a: pass\n  case b: pass", "match x:\n  case a | b: pass", "match x:\n  case [a, a]: pass", "match x:\n  case a | 1: pass", "match x:\n  case {**r, 'a': 1}: pass", "match x:\n  case [*a, *b]: pass", "match x:\n  case A(x=1, x=2): pass", "match x:\n  case A(x=1, 2): pass", "match x:\n  case 1 + 2: pass", "match x:\n  case {1: a, 1: b}: pass", "match x:\n  case f'': pass", "match x:\n  case _ as _: pass", "match x:\n  case a.b.c as d.e: pass", "match x:\n  case -a: pass", "match x:\n  case _: pass\n  case 1: pass", "match x:\n  case {**_}: pass", "match x:\n  case 1j + 2: pass", "match x: pass"):
    try: compile(bad, "<m>", "exec"); print("ok", repr(bad))
    except SyntaxError as error: print(error.msg)
