"""Error handlers that put other bytes in the place of what is decoded, and positions that count from the end."""
import codecs


def handler(exception):
    seen.append((exception.start, exception.end, exception.object))
    exception.object = replacements.pop(0) if replacements else exception.object
    return ("<?>", 0 if exception.start == 0 else exception.end - len(exception.object) - 1)


codecs.register_error("test.replacing", handler)

for encoding, data, others in [
    ("ascii", b"\xff", [b"abc"]),
    ("ascii", b"\xffrest", [b"\xfe", b""]),
    ("utf-8", b"\xff\xff", [b"", b"x"]),
    ("utf-8", b"\xe2\x82", ["\u20ac".encode()]),
    ("utf-16-le", b"\x00\xd8", [b"a\x00b\x00"]),
    ("utf-32-le", b"\xff\xff\xff\xff", [b"a\x00\x00\x00"]),
    ("utf-7", b"\xff", [b"+AGE-z"]),
    ("unicode_escape", b"\\x1", [b"\\x41!"]),
    ("raw_unicode_escape", b"\\u1", [b"\\u0041!"]),
    ("ascii", b"\xff", ["text"]),
]:
    seen, replacements = [], list(others)
    try:
        print(encoding, data.decode(encoding, "test.replacing"), seen)
    except (TypeError, IndexError) as error:
        print(encoding, type(error).__name__, error, seen)

seen, replacements = [], [b"ab"]
print(codecs.charmap_decode(b"\x05", "test.replacing", {97: "A", 98: "B"}), seen)
