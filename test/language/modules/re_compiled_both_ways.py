# Patterns that re compiles are those that re._compiler makes; what re does not import at once is there when asked for.
import re, warnings

patterns = [""] + r"""
a  abc  a|b  ab|ac|abd  abc|abd  (a)  (?:a)  (?:a|b)c  (a)(b)\1\2  (?P<x>a)(?P=x)(?(x)b|c)  (a)?(?(1)b)  a|  |a
a*  a+?  a?+  a{2}  a{2,}?  a{,3}+  a{1,2}{  a{|a{}  (ab)*  (?:ab)+?  (?:ab){2,3}+  (?:a){0}  (a|bc)*  (?>ab|a)c  (?:)*
^$  \Aa\z\b\B  [abc]  [^abc]  [a-z0-9_]  [\d\D]  [^\s\S]  []a]  [^]]  [a-]  [\w-]  [\x00-\uffff]  [a-\U0010ffff]  [\u0370-\u03ffäöü]
[😀a-c]  [acegikmoq]  [acĀegЀik]  \x41\u0042\U00000043\103\0\07\N{DIGIT ONE}\n\.\\  (?=a)b  (?!a)  (?!)  (?<=ab)c  (?<!a|b)c
(?i:a)b  (?s-i:.)  (?a:\w)\w  (?x: a b # c)  (?i)ſ  (?m)^a$  (?x) a [ b] # c  (?#c)a  straße  kKK  [iI]  [^σ]  (?i)σ  ((((a))))
a(b|cd)e  (?:a|a)b  abab(c)  (?:abc|abd)ab  a|[bc]|\d  (ab|ac|ad)*  x(?:y|z(?=w))|(?<=(a))b  🐍+[🐍🐢]  (?i)[а-я]+Ж  (?i)[𐐀-𐑐]
""".strip("\n").replace("\n", "  ").split("  ")
flags = 0, re.I, re.I | re.A, re.M | re.S, re.X

def both(pattern, flag):
    try: quick = re.compile(pattern, flag)
    except (re.error, ValueError) as error: quick = str(error)
    try: slow = re._compiler.compile(pattern, int(flag))
    except (re.error, ValueError) as error: slow = str(error)
    if quick == slow:
        return isinstance(quick, str) or quick.groupindex == slow.groupindex and quick.groups == slow.groups
    return False

same = 0
for pattern in patterns:
    for flag in flags:
        if both(pattern, flag): same += 1
        else: print("differs:", ascii(pattern), flag)
    for flag in (0, re.I, re.L, re.L | re.I, re.L | re.M):
        if both(pattern.encode("latin-1", "ignore"), flag): same += 1
        else: print("differs:", ascii(pattern), "bytes", flag)
print(len(patterns), same)

for pattern, flag in (("a", re.L), (b"a", re.U), ("(?L)a", 0), ("a", re.A | re.U), ("a(?i)", 0), ("(?P<a>x)(?P<a>y)", 0), ("(?<=a*)b", 0), (r"\q", 0), ("a**", 0), ("(?au)b", 0), ("(?i-i:a)", 0), ("(?(2)a)", 0), ("(" * 101 + ")" * 101, 0)):
    print(ascii(pattern)[:20], both(pattern, flag))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(re.compile("[[a]|[a&&b]|[a||b]"), [(str(each.message), each.lineno) for each in caught])

print(re.sub("(?P<word>b)(c)?", r"<\g<word>\1\g<2>\n\\\101\0>", "abcb"), re.sub(b"(b)", rb"\1\1\t", b"abc"), re.compile("(.)").sub(r"\1-", "ab"))
for template in (r"\2", r"\g<no>", r"\q", r"\g<1", r"\400", "\\"):
    try: print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error: print(type(error).__name__, error)

print(re.I, re.DEBUG, re.RegexFlag(6), re.error is re.PatternError, re._parser.__name__, re.enum.__name__, {"I", "error", "_parser", "enum"} <= set(dir(re)))
try: re.complie
except AttributeError as error: print(error, error.name, error.obj is re)
