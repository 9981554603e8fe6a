# bytes methods mirror those of str, on ASCII.
b = b"The quick brown fox, the lazy dog"
print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b.find(b"the"), b.find(113), b.rfind(b"o"), b.index(b"fox"), b.count(b"o"), b.count(111), b.replace(b"o", b"0", 1), b.startswith(b"The"), b.endswith((b"x", b"dog")), b.split(), b.split(b",", 1), b.rsplit(None, 2), b.partition(b" "), b.rpartition(b" "))
print(b" x ".strip(), b"xxaxx".strip(b"x"), b"ab".lstrip(b"a"), b"ab".rstrip(b"b"), b"-".join([b"a", bytearray(b"b")]), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True), b"ab".center(6, b"*"), b"ab".ljust(4) + b"|", b"ab".rjust(4), b"-5".zfill(4), b"a\tb".expandtabs(4), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"abc".translate(None, delete=b"c"))
for t in (b"abc", b"ABC", b"aB1", b"123", b" \t", b"", b"Title Case", b"\xe9"): print(t, [getattr(t, m)() for m in ("isalpha", "isdigit", "isalnum", "islower", "isupper", "istitle", "isspace", "isascii")])
print(b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff\xfea\x00".decode("utf-16"), b"\xe9".decode("ascii", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", "backslashreplace"), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800", b"".decode(), b"x".decode(encoding="ascii", errors="strict"))
for bad in (b"\xff", b"\xc3", b"\xe4\xb8", b"\xc3\x28", b"a\x80b", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xf8\x88\x80\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xe0\x80\x80"):
    try: bad.decode()
    except UnicodeDecodeError as error: print(error, ascii(bad.decode("utf-8", "replace")))
for code in ("b.find('a')", "b.split('a')", "b.join(['a'])", "b.replace('a', 'b')", "b.startswith('a')", "b.center(5, b'ab')", "b.translate(b'a')", "b.index(b'zzz')", "b.decode('no')", "b.strip('a')", "bytes.maketrans(b'a', b'bc')", "b.find(300)", "b.count(1.5)", "b.split(b'')", "b.endswith(('a',))", "b'\\xff'.decode('ascii')"):
    try: print(code, eval(code))
    except (TypeError, ValueError, LookupError) as error: print(code, "->", type(error).__name__, error)
a = bytearray(b"mutable")
print(a.upper(), type(a.upper()).__name__, a.replace(b"m", b"M"), a.split(b"t"), a.decode(), a.hex(), a.startswith(b"mu"), a.title(), a.find(b"b"), b"".join([a, a]), a.isalpha(), a.partition(b"a"))
