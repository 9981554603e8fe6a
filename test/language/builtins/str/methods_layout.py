# Justifying, filling, expanding, translating and encoding.
print(["ab".center(n) for n in range(6)], "ab".center(7, "*"), "abc".center(6, "-"), "ab".ljust(5, "."), "ab".rjust(5), "ab".ljust(1), "é".center(4, "中"))
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "--4".zfill(5), "".zfill(3), "x".zfill(0), "1234".zfill(2), "-".zfill(3))
print("a\tb".expandtabs(), "a\tb\tcd\te".expandtabs(4), "\t".expandtabs(0), "ab\tc\n\td".expandtabs(3), "a\tb".expandtabs(tabsize=1), "x\ty".expandtabs(-1))
table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), table, str.maketrans({"a": None, "b": "BB", 99: 100}), "abc".translate({97: None, 98: "BB", 99: 100}), "abc".translate({}), "aé".translate({233: "e"}))
class T:
    def __getitem__(self, i):
        if i == 97: raise LookupError
        return chr(i + 1)
print("abc".translate(T()))
for t in ("ascii", "é", "中文", "😀", "a\ud800b"): print([t.encode("utf-8", "surrogatepass"), t.encode("latin-1", "replace"), t.encode("ascii", "ignore"), t.encode("ascii", "xmlcharrefreplace"), t.encode("ascii", "backslashreplace"), t.encode("utf-16-le", "surrogatepass"), t.encode("utf-32-be", "surrogatepass"), t.encode("ascii", "namereplace")])
print("é".encode(), "é".encode(encoding="cp1252"), "a".encode("utf-16"), "é".encode("UTF8"), "é".encode("u8"), "x".encode("utf_7"), "é".encode("iso-8859-1", errors="strict"), "ü".encode("idna") if False else "", "\udc80".encode("utf-8", "surrogateescape"))
for code in ("'é'.encode('ascii')", "'\\ud800'.encode()", "'a'.encode('no-such')", "'中'.encode('latin-1')", "'a'.center()", "'a'.center('b')", "'a'.center(5, 'ab')", "'a'.ljust(5, 5)", "'a'.zfill('x')", "str.maketrans('ab', 'c')", "str.maketrans(5)", "str.maketrans('a')", "'a'.translate(5)", "'a'.translate({97: 10**10})", "'a'.translate({97: 1.5})", "'a'.encode(5)", "'é'.encode('ascii', 'nohandler')", "'a'.expandtabs('x')"):
    try: print(code, eval(code))
    except (TypeError, ValueError, LookupError) as error: print(code, "->", type(error).__name__, error)
print(str(b"abc", "ascii"), str(b"\xc3\xa9", encoding="utf-8"), str(b"\xff", errors="replace"), str(object=5), str(), str(b"x"), str(None), ascii("é中😀\n'"), repr("é中😀\n\x7f\xad\u200b\ud800'"), repr("a'b\"c"), repr("\\"))
