# zlib, gzip and zipfile.
import zlib, gzip, zipfile, io, random, hashlib, copy, sys, os, tempfile
random.seed(7)
text = b" ".join(random.choice([b"spam", b"eggs", b"ham", b"bacon", b"toast"]) for _ in range(2000))
noise = bytes(random.randrange(256) for _ in range(5000))
data = text + noise + bytes(3000) + text[:500] + bytes(range(256)) * 10
def show(b): return len(b), hashlib.md5(b).hexdigest()[:12]
print(zlib.compress(b""), zlib.compress(b"hello" * 10), zlib.compress(b"a", 0), zlib.compress(b"abc", 9, -15), zlib.compress(b"a", wbits=31))
for level in (-1, 1, 2, 3, 4, 5, 6, 7, 8, 9): print(level, show(zlib.compress(data, level)), show(zlib.compress(text * 40, level)), zlib.decompress(zlib.compress(data, level)) == data)
print(zlib.decompress(zlib.compress(data, 0)) == data)
for strategy in range(5):
    for wbits, memory in ((15, 8), (9, 9), (-11, 1), (31, 5)):
        c = zlib.compressobj(6, zlib.DEFLATED, wbits, memory, strategy)
        pieces = [c.compress(data[:3000]), c.flush(zlib.Z_SYNC_FLUSH), c.compress(data[3000:9000]), c.flush(zlib.Z_FULL_FLUSH), c.flush(zlib.Z_FULL_FLUSH), c.compress(data[9000:]), c.flush(zlib.Z_PARTIAL_FLUSH), c.flush(zlib.Z_BLOCK), c.flush()]
        print(strategy, wbits, [len(p) for p in pieces], show(b"".join(pieces)), zlib.decompress(b"".join(pieces), wbits) == data)
whole = zlib.compress(data)
d = zlib.decompressobj(); out = b"".join(d.decompress(whole[i:i + 1]) for i in range(len(whole))); print(out == data, d.eof, d.flush())
d = zlib.decompressobj(); out = []; rest = whole + b"tail"
while not d.eof: out.append(d.decompress(rest, 1000)); rest = d.unconsumed_tail
print([len(o) for o in out], d.unused_data, d.unconsumed_tail, b"".join(out) == data, d.decompress(b"more"), d.unused_data)
d = zlib.decompressobj(); print(show(d.decompress(whole + b"rest", 5)), len(d.unconsumed_tail), d.eof, show(d.flush()), d.eof, d.unused_data, d.unconsumed_tail)
d = zlib._ZlibDecompressor(); sizes = []
at = 0
while not d.eof:
    piece = b""
    if d.needs_input: piece = (whole + b"zz")[at:at + 700]; at += 700
    sizes.append(len(d.decompress(piece, 900)))
print(sizes, d.unused_data[:2], d.needs_input)
c = zlib.compressobj(zdict=b"spam eggs ham bacon toast"); z = c.compress(text[:200]) + c.flush()
print(z[:6], show(z), zlib.decompressobj(zdict=b"spam eggs ham bacon toast").decompress(z) == text[:200])
c = zlib.compressobj(wbits=-15, zdict=b"hello world"); z = c.compress(b"hello world, hello") + c.flush(); print(z, zlib.decompressobj(-15, zdict=b"hello world").decompress(z))
c = zlib.compressobj(); c.compress(text); twin = c.copy(); deep = copy.deepcopy(c); print(c.flush() == twin.flush() == deep.flush())
d = zlib.decompressobj(); first = d.decompress(whole[:200]); twin = copy.copy(d); print(d.decompress(whole[200:]) == twin.decompress(whole[200:]))
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"), zlib.adler32(b"b", zlib.adler32(b"a")) == zlib.adler32(b"ab"), zlib.crc32(b""), zlib.adler32(b""), zlib.crc32(b"x", -1), zlib.adler32(b"x", 2 ** 40 + 3))
print([(n, getattr(zlib, n)) for n in dir(zlib) if n.isupper() or n[:2] == "Z_"])
D, c = zlib.decompress, zlib.compress(b"hello" * 10)
finished = zlib.compressobj(); finished.flush(); ended = zlib.decompressobj(); ended.decompress(c); ended.flush()
for code in ("zlib.compress('x')", "zlib.compress(b'a', 10)", "zlib.compress(b'a', 'x')", "zlib.compress(b'a', wbits=7)", "zlib.compress(b'a', wbits=-8)", "D(c[:-1])", "D(c[:-4] + b'abcd')", "D(c + b'x')", "D(b'')", "D(b'x')", "D(b'xx')", "D(c, -15)", "D(c, 16)", "D(c, 0)", "D(c, 100)", "D(c, 31)", "D(c, 47)", "D(c, 9)", "D(zlib.compress(b'a', wbits=31), 47)", "D(zlib.compress(b'a', wbits=31)[:-1] + b'x', 31)", "D(zlib.compress(b'a', wbits=31)[:-5] + bytes(5), 31)", "D(c, bufsize=-1)", "D(b'\\x78\\x9c\\x07')", "D(b'\\x78\\x9c\\x01\\x00\\x00\\x01\\x00')", "D(b'\\x78\\x9c\\x05\\xff\\xff\\xff')", "D(b'\\x78\\x9c\\x04\\xc0\\xb1\\x01')", "D(b'\\x77\\x85')", "D(b'\\x78\\xbb')", "D(b'\\x78\\xbb\\1\\2\\3\\4')", "D(b'\\x4b\\x04\\x02\\x00', -15)", "D(b'\\x1f\\x8b\\x07' + bytes(20), 31)", "D(b'\\x1f\\x8b\\x08\\xe0' + bytes(20), 31)", "zlib.crc32('a')", "zlib.compressobj(level=11)", "zlib.compressobj(method=9)", "zlib.compressobj(memLevel=0)", "zlib.compressobj(memLevel=10)", "zlib.compressobj(strategy=9)", "zlib.compressobj(wbits=7)", "zlib.compressobj(zdict=5)", "zlib.compressobj(wbits=31, zdict=b'abc')", "zlib.decompressobj(wbits=7)", "zlib.decompressobj(wbits=99)", "zlib.decompressobj(zdict='x')", "zlib.decompressobj().decompress(b'xx')", "zlib.decompressobj().decompress(c, -1)", "zlib.decompressobj().flush(0)", "zlib.decompressobj(zdict=b'other').decompress(z)", "zlib.decompressobj().decompress(zlib.compressobj(zdict=b'q').flush())", "zlib._ZlibDecompressor(wbits=7)", "d.decompress(b'x') if d.eof else 0", "zlib.compressobj().flush(17)", "zlib.compressobj().flush(0)", "finished.flush()", "finished.compress(b'x')", "finished.copy()", "ended.decompress(b'x')", "ended.copy()", "type(finished)()", "zlib.compress()"):
    try: print(code, "=", eval(code))
    except (zlib.error, TypeError, ValueError, EOFError) as error: print(code, "->", type(error).__name__, error)
g = gzip.compress(data, 6, mtime=0); print(show(g), gzip.decompress(g + g) == data * 2)
buffer = io.BytesIO()
with gzip.GzipFile("name", "wb", fileobj=buffer, mtime=12345) as f: f.write(text); f.write(noise)
print(show(buffer.getvalue()), buffer.getvalue()[:14]); buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f: print(f.read(10), f.read1(5), f.seek(100), f.read(8), f.mtime, len(f.read()), f.tell())
with gzip.open(io.BytesIO(gzip.compress("one\ntwo\nthrée\n".encode())), "rt", encoding="utf-8") as f: print(list(f))
for bad in (b"", b"xx", g[:50], g[:-8] + bytes(8), g + b"junk"):
    try: print(len(gzip.decompress(bad)))
    except (OSError, EOFError, zlib.error) as error: print(type(error).__name__, error)
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 2, 3, 4, 6)), text, zipfile.ZIP_DEFLATED); z.writestr(zipfile.ZipInfo("d/b.bin"), noise, zipfile.ZIP_STORED); z.writestr("mod_in_zip.py", "value = 'from a compressed archive'\n" * 50)
with zipfile.ZipFile(archive) as z:
    print(z.namelist(), [(i.filename, i.file_size, i.compress_size, i.compress_type, hex(i.CRC)) for i in z.infolist()], z.read("a.txt") == text, z.testzip())
    with z.open("a.txt") as f: print(f.read(9), f.seek(50), f.readline(12))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "lib.zip")
    with open(path, "wb") as f: f.write(archive.getvalue())
    sys.path.insert(0, path); import mod_in_zip; print(mod_in_zip.value, type(mod_in_zip.__loader__).__name__); sys.path.remove(path)
print(list(map(len, [b"x".join([b"y"] * 3)])), b"abc".hex(), __import__("codecs").encode(b"aaaa" * 5, "zlib"), __import__("codecs").decode(zlib.compress(b"q"), "zip"))
