# print with its options, repr and ascii of nested values, input at the end of file.
import io, sys
print(); print(1, "a", None, sep="-", end="!\n"); print(*[1, 2], sep=""); print("a", "b", sep=None, end=None); print(sep=","); print("x", end=""); print(["nested", {"k": (1,)}, {1.5}, b"b", None, ..., int])
out = io.StringIO(); print("to file", 5, file=out, flush=True); print(repr(out.getvalue()))
class W:
    def write(self, s): sys.stdout.write(f"<{s!r}>")
print("a", "b", file=W()); print("none", file=None)
class R:
    def __repr__(self): return "R()"
class S(R):
    def __str__(self): return "S str"
print(R(), S(), [R(), S()], {"k": S()}, (S(),), f"{S()} {S()!r}", "%s %r" % (S(), S()), str([S()]), repr(S()))
for code in ("print(sep=1)", "print(end=1)", "print(file=5)", "print(flush=1)", "print(x=1)", "print('a', sep=b'')", "input()", "input('prompt> ')", "repr()", "ascii('é中😀')", "ascii([b'\\xff', 'é'])", "repr('\\x00\\t\\n\\r\\x1b\\x7f\\x80\\xa0\\xad\\u2028\\ufeff\\ue000')", "repr([[], {}, (), set(), frozenset(), '', b'', 0.0, 0j])", "repr({1: {2: [3]}})", "repr(...)", "repr(NotImplemented)", "repr(int)", "repr(type)", "repr(len)", "repr(slice(1))", "repr(range(3))", "repr(__builtins__)[:8]", "repr(sys)[:12]", "repr(list[int])", "repr(int | None)", "repr(property)", "repr(dict[str, list[int]])", "str(list[int] | str)", "repr(Exception('a'))", "repr({}.keys())", "repr({1: 2}.items())", "repr(__import__('collections').OrderedDict(a=1))", "repr(memoryview)", "repr((1,))", "repr(((),))", "repr(True)", "repr(-0.0)", "repr(1e100)", "repr('it\\'s \"q\"')"):
    try: print(code, "=", eval(code))
    except (TypeError, EOFError, AttributeError) as error: print(code, "->", type(error).__name__, error)
