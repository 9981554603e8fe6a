# unicodedata.ucd_3_2_0, and what is built on it: stringprep and host names in other scripts.
import unicodedata, hashlib, stringprep
old = unicodedata.ucd_3_2_0
print(old.unidata_version, type(old), unicodedata.unidata_version, [n for n in dir(old) if n[0] != "_"])
for name in ("category", "bidirectional", "combining", "mirrored", "east_asian_width", "decomposition"):
    get = getattr(old, name); print(name, hashlib.md5("|".join(str(get(chr(c))) for c in range(0, 0x30000, 3)).encode()).hexdigest())
for name in ("decimal", "digit", "numeric", "name"):
    get = getattr(old, name); print(name, hashlib.md5("|".join(str(get(chr(c), None)) for c in range(0, 0x11000)).encode()).hexdigest())
print([hashlib.md5("".join(old.normalize(form, chr(c)) for c in range(0x2f00, 0xa000, 7)).encode()).hexdigest() for form in ("NFC", "NFD", "NFKC", "NFKD")])
print([(hex(c), old.category(chr(c)), unicodedata.category(chr(c)), old.name(chr(c), "none")) for c in (0xa7, 0xad, 0x221, 0x234, 0x2c2, 0x1e9e, 0x20b9, 0x1f600, 0x2f868)])
print([ascii(old.normalize("NFKD", s)) for s in ("\u1e9b\u0323", "\ufb01", "\U0002f868", "\U0002f874", "\u1e9e", "\u32ff", "\uac01")], old.is_normalized("NFC", "é"), unicodedata.is_normalized("NFKC", "\u32ff"), old.is_normalized("NFKC", "\u32ff"))
for code in ("old.category('ab')", "old.category(3)", "old.name('\\u1e9e')", "old.decimal('x')", "old.numeric('x')", "old.normalize('NFX', 'a')", "old.normalize('NFC')", "old.lookup('nope')", "old.lookup('SNOWMAN')", "type(old)()"):
    try: print(code, ascii(eval(code)))
    except (TypeError, ValueError, KeyError) as error: print(code, "->", type(error).__name__, error)
for host in ("bücher.example", "www.straße.de", "日本語.jp", "faß.de", "αβγ.ελ", "пример.рф", "Ünïcode.com", "ascii.org", "a。b", ""):
    encoded = host.encode("idna"); print(host, encoded, encoded.decode("idna"))
for bad in ("a..b", "x" * 64 + ".com", "\u1e9e\U0001f600.com", "\u0627a.com", "\ue000.com"):
    try: print(ascii(bad), bad.encode("idna"))
    except UnicodeError as error: print(ascii(bad), "->", type(error).__name__, ascii(str(error)))
print("mañana".encode("punycode"), b"maana-pta".decode("punycode"), stringprep.in_table_a1("\u0221"), stringprep.in_table_d1("\u05d0"), ascii(stringprep.map_table_b2("ß")))
