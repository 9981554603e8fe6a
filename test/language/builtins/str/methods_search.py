# Searching, counting, splitting, stripping and replacing.
s = "the cat sat on the mat"
print(s.find("the"), s.find("the", 1), s.find("dog"), s.find("", 3), s.find("", 99), s.rfind("the"), s.rfind("at", 0, 10), s.index("cat"), s.rindex("at"), s.count("at"), s.count(""), s.count("t", 5, 12), "aaaa".count("aa"), s.find("t", -3), s.find("t", None, 2), "".find(""), "".count(""), "abc".find("c", 1, 2))
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("x", "th")), s.startswith(()), s.endswith("mat"), s.endswith("the", 0, 18), s.endswith(("a", "t")), "".startswith(""), "abc".startswith("", 4), "abc".endswith("", 3), "abc".startswith("c", -1))
print(s.split(), s.split(" ", 2), "a,b,,c,".split(","), ",".split(","), "".split(","), "".split(), "  a  b ".split(), " a b  c ".split(None, 1), "a\tb\nc\u2003d".split(), "abc".split("abc"), "a--b--c".split("--"), "aXbXc".split("X", 0), "aXbXc".split("X", -1), "  x ".split(None, 0), "x  ".split(maxsplit=1))
print(s.rsplit(" ", 2), "a,b,c".rsplit(",", 1), " a b  c ".rsplit(None, 1), "abc".rsplit("z"), "a b c".rsplit(maxsplit=0), "aaa".split("aa"), "aaa".rsplit("aa"))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "x".splitlines(keepends=True), "a\r\n\nb".splitlines(True))
print("  x y ".strip(), "xxaxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\u2003x\n".strip(), "abc".strip(""), "[x]".strip("[]"), "".strip(), "aaa".strip("a") == "", "mississippi".strip("ipm"))
print(s.partition(" "), s.rpartition(" "), "abc".partition("z"), "abc".rpartition("z"), "a=b=c".partition("="), "a=b=c".rpartition("="))
print(s.replace("the", "a"), s.replace("t", "T", 2), "aaa".replace("a", "bb"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "abc".replace("x", "y"), "aaa".replace("aa", "b"), s.replace("at", "", -1), "x".replace("x", "y", 0), "a.b".replace(".", "", count=1))
print("prefix-text".removeprefix("prefix-"), "text.py".removesuffix(".py"), "a".removeprefix("b"), "abc".removesuffix(""), "aaa".removeprefix("aa"))
print("-".join(["a", "b"]), "".join("xyz"), ", ".join(()), "x".join(["only"]), "ab".join("123"), " ".join({"k": 1}), "".join(c for c in "gen"))
print("a" in s, "" in "", "ca" in s, "z" not in s, "at sat" in s)
for code in ("''.join([1])", "'a'.join(['b', 2, 'c'])", "'a'.join(5)", "'a'.split('')", "'a'.partition('')", "'a'.index('b')", "'a'.rindex('b')", "'a'.find(1)", "'a'.replace(1, 2)", "'a'.startswith(1)", "'a'.startswith(('a', 1))", "'a'.startswith([1])", "'a'.strip(1)", "'a'.count()", "'a'.splitlines(1, 2)", "1 in 'a'", "'a'.removeprefix(1)", "'a'.split(1)", "'a'.find('a', 'b')", "'a'.partition(1)"):
    try: print(code, eval(code))
    except (TypeError, ValueError) as error: print(code, "->", type(error).__name__, error)
