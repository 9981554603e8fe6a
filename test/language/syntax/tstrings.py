# Template strings keep their parts: strings, values, expressions, conversions and format specs.
name, n = "World", 7
template = t"Hello {name}! {n:>{n}} {n!r} {n=} done"
print(type(template).__name__, template.strings)
for part in template.interpolations:
    print(repr(part.value), repr(part.expression), part.conversion, repr(part.format_spec))
print(template.values)
print([item if isinstance(item, str) else item.expression for item in template])
joined = t"a{1}" t"b{2}c"
print(joined.strings, joined.values)
added = t"x{1}" + t"{2}y"
print(added.strings, added.values)
print(t"".strings, t"{1}{2}".strings, rt"\n{3}".strings, tr"\{4}".strings)
from string.templatelib import Template, Interpolation
print(isinstance(template, Template), Template("a", Interpolation(1, "x", None, ""), "b").strings)
print(repr(t"q{name!r:>5}"))
match t"{n}".interpolations[0]:
    case Interpolation(value, expression):
        print(value, expression)
for bad in ("t'a' 'b'", "t'{}'", "t'{a!x}'", "tf''", "t'a' f'b'", "t'}'"):
    try:
        compile(bad, "<t>", "eval")
    except SyntaxError as error:
        print(bad, error.msg)
try:
    t"a" + "b"
except TypeError as error:
    print(error)
