# string constants, Template, capwords; textwrap.
import string, textwrap
print(string.ascii_letters, string.punctuation, repr(string.whitespace), string.capwords("hello wORLD  x"), string.capwords("a-b", "-"))
t = string.Template("$who likes ${what}s for $$5 $who"); print(t.substitute(who="tim", what="cat"), t.safe_substitute(who="x"), t.get_identifiers(), t.is_valid())
for bad in ("$", "$ x", "${x", "$1"):
    try: string.Template(bad).substitute(x=1)
    except (ValueError, KeyError) as error: print(type(error).__name__, error)
try: t.substitute(who=1)
except KeyError as error: print(error)
f = string.Formatter(); print(f.format("{0} {a[x]} {b.real}", 1, a={"x": 2}, b=3), list(f.parse("a{b!r:>{w}}c{{")), f.vformat("{} {}", (1, 2), {}))
text = "The quick brown fox jumped over the lazy dog. " * 2
print(textwrap.wrap(text, 30)); print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  ")); print(textwrap.shorten(text, 25), textwrap.dedent("  a\n    b\n  c\n"), textwrap.indent("a\n\nb", "> "), textwrap.wrap("averyveryverylongword short", 10), textwrap.wrap("x-y hyphen-ated", 8), textwrap.wrap("", 5), textwrap.shorten("a b c d", 5, placeholder="…"))
