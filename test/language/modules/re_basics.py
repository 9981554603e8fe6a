# re: matching, groups, substitution, splitting, flags and errors.
import re
m = re.match(r"(\w+) (?P<second>\w+)", "hello world again"); print(m, m.group(), m.group(1, 2), m["second"], m.groups(), m.groupdict(), m.span(), m.start(2), m.end("second"), m.expand(r"\2-\g<second>"), m.lastgroup, m.lastindex, m.re.pattern, m.string, m.pos)
print(re.search("l+", "hello").span(), re.fullmatch("a|ab", "ab"), re.match("b", "ab"), re.findall(r"\d+", "a1b22"), re.findall(r"(\w)(\d)", "a1b2"), [x.group() for x in re.finditer("a.", "abacad")], re.sub("a", "x", "banana", count=2), re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.subn("x*", "-", "abxd"), re.sub("a", lambda m: m.group().upper(), "banana"), re.split(r"[,;]\s*", "a, b;c"), re.split("(,)", "a,b"), re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1), re.escape("a.b*c [d]"))
for p, s in (("a*?", "aaa"), ("(a|b)*c", "ababc"), ("^b$", "a\nb\nc"), ("(?m)^b$", "a\nb\nc"), ("(?i)HeLLo", "hello"), ("(?s)a.b", "a\nb"), ("(?x) a  b # c", "ab"), (r"(\w+)\s\1", "the the"), ("(?<=a)b", "ab"), ("(?<!a)b", "cb"), ("a(?=b)", "ab"), ("a(?!b)", "ac"), ("(?:ab)+", "abab"), ("a{2,3}", "aaaa"), ("a{2}?", "aaa"), ("[^a-c]+", "abcxyz"), (r"\bfoo\b", "a foo b"), ("(?P<n>a)(?P=n)", "aa"), ("(a)?b", "b"), ("(a)?(?(1)b|c)", "ab"), ("(?>a+)b", "aab"), ("a++b", "aab"), (r"\d\D\s\S\w\W", "1a b_!"), (r"[\]\-a]", "]"), ("é", "É"), ("(?i)é", "É"), (r"\u0041\x42\n", "AB\n"), ("x|", ""), (r"\Aab\Z", "ab"), ("😀.", "😀x"), ("(a+)+$", "aaaa")):
    try: r = re.search(p, s); print(repr(p), r and (r.group(), r.span(), r.groups()))
    except re.error as error: print(repr(p), "->", error)
for p in ("(", ")", "[", "a**", "*a", "(?P<1>a)", "(?P<n>a)(?P<n>b)", r"\1", "a{3,2}", "(?<=a*)b", "(?z)", "[b-a]", "\\", "(?P=x)", "(?(2)a)", r"\q", "(?", "(?i", "[[:x"):
    try:
        import warnings
        with warnings.catch_warnings(action="ignore"): re.compile(p); print(repr(p), "compiles")
    except re.error as error: print(repr(p), "->", error, error.pos, error.lineno, error.colno)
c = re.compile("a(b)?", re.I | re.M); print(c, c.flags, c.groups, c.groupindex, c.match("AB", 0).groups(), c.match("xab", 1).span(), c.findall("abaAB"), re.compile(b"a").findall(b"banana"), re.compile("a") == re.compile("a"), c.fullmatch("ab", 0, 2), c.sub("", "xaby"), re.compile("(?P<k>.)").groupindex["k"])
for code in ("re.match(b'a', 'a')", "re.match('a', b'a')", "re.match('a', 5)", "re.compile(5)", "m.group(9)", "m['zz']", "re.sub('(a)', r'\\2', 'a')", "re.sub('a', r'\\g<x>', 'a')", "re.sub('a', 5, 'a')", "re.sub('a', r'\\q', 'a')"):
    try: print(code, eval(code))
    except (TypeError, IndexError, re.error) as error: print(code, "->", type(error).__name__, error)
