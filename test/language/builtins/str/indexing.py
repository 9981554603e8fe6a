# Strings are sequences of code points, also outside the basic plane.
for s in ("hello", "h€llo", "a😀b𐍈c", "😀", "\ud83d\ude00", "\ud83dx\ude00"):
    print(ascii(s), len(s), [ascii(c) for c in s], [ascii(s[i]) for i in (0, -1)], ascii(s[::-1]), ascii(s[1:]), ascii(s[:-1]), ascii(s[::2]), ascii(s[-2:]), s.find("x"), ascii(s * 2), ascii(s + "!"), [hex(ord(c)) for c in s])
s = "abcdefghij"
print(s[2:5], s[:3], s[7:], s[-3:], s[::-1], s[8:2:-2], s[::3], s[5:2], s[100:], s[-100:3], s[2:-2], s[-2:2:-1], s[:], s[None:None:None], s[0], s[-10], s[True])
e = "x😀y" * 3
print(e[1], e.index("y"), e.rindex("😀"), e.replace("😀", "-"), e.split("😀"), e.count("😀"), e[3:6], e.find("😀", 2), e.partition("y"), e.upper(), e.center(13, "*"), "😀" in e, e.startswith("x😀"), e[4:].startswith("😀"), list(enumerate(e))[4])
for code in ("s[10]", "s[-11]", "s['a']", "s[1.0]", "s[None]", "s[::0]", "s[0] = 'x'", "del s[0]", "''[0]", "s[1, 2]"):
    try: exec(code)
    except (IndexError, TypeError, ValueError) as error: print(code, "->", type(error).__name__, error)
print(sorted("hello"), max("hello"), min("hello"), list(reversed("abc")), tuple("ab"), set("aaa"), "b" in "abc", "abc" * 0, "ab" * 3, 2 * "x", "a" * -1, "".join(reversed("héllo")), dict(zip("ab", "cd")), [*"ab"], *"xy")
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "é" > "z", "😀" > "\uffff", "\ud800" < "😀", "a" == "a", "é" == "e\u0301", "Z" < "a", "10" < "9", sorted(["b", "A", "a", "é", "中", "😀", "\uffff"]), "a" != 1, ["a"] == ["a"])
print(chr(97), chr(0x10ffff) == "\U0010ffff", ord("😀"), ord("\x00"), chr(0xd800) == "\ud800", len(chr(65536)), hash("abc") == hash("ab" + "c"), "%s" % "😀"[0])
big = "ab" * 50000 + "😀" + "cd" * 50000
print(len(big), big[100000], big[100001:100003], big[-1], big.find("cd"), big.count("ab"), len(big[::-1]), big[::-1][100000] == "😀")
