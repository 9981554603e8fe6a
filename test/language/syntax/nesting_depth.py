# Deep nesting either works or ends in an error that can be caught.
print(eval("(" * 50 + "1" + ")" * 50), eval("[" * 50 + "]" * 50) != [], eval("-" * 100 + "1"), eval("not " * 101 + "1"))
print(eval("+".join(["1"] * 3000)), eval(" and ".join(["1"] * 2000)), len(eval("[" + "1," * 5000 + "]")))
for opening, closing in (("(", ")"), ("[", "]"), ("{1:", "}")):
    try:
        eval(opening * 1000 + "1" + closing * 1000)
        print("fine")
    except (SyntaxError, MemoryError) as error:
        print(type(error).__name__, error)
source = "x = 0\n" + "".join("  " * i + "if 1:\n" for i in range(90)) + "  " * 90 + "x = 1"
namespace = {}
exec(source, namespace)
print(namespace["x"])
try:
    exec("".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "pass")
except (IndentationError, SyntaxError) as error:
    print(type(error).__name__, error.msg)
try:
    exec("".join(" " * i + "for x in y:\n" for i in range(25)) + " " * 25 + "pass")
except SyntaxError as error:
    print(error.msg)
names = {}
exec("def f(" + ",".join(f"a{i}" for i in range(300)) + "): return a299", names)
print(names["f"](*range(300)))
