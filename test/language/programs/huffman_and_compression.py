# Huffman codes, run lengths, base 64 and a checksum, there and back.
import heapq
from itertools import groupby
def huffman(text):
    counts = {c: text.count(c) for c in sorted(set(text))}
    heap = [(n, i, c) for i, (c, n) in enumerate(counts.items())]; heapq.heapify(heap); order = len(heap)
    while len(heap) > 1:
        (n, _, a), (m, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (n + m, order, (a, b))); order += 1
    codes = {}
    def walk(node, prefix):
        if isinstance(node, tuple): walk(node[0], prefix + "0"); walk(node[1], prefix + "1")
        else: codes[node] = prefix or "0"
    walk(heap[0][2], ""); return codes
text = "she sells sea shells by the sea shore"
codes = huffman(text); bits = "".join(codes[c] for c in text)
def decode(bits, codes):
    back, word = {v: k for k, v in codes.items()}, ""
    for b in bits:
        word += b
        if word in back: yield back[word]; word = ""
print(sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1]))[:6], len(bits), "".join(decode(bits, codes)) == text, huffman("aaa"))
def rle(s): return [(c, len(list(g))) for c, g in groupby(s)]
print(rle("aaabccd"), "".join(c * n for c, n in rle("aaabccd")))
A = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
def b64(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]; n = int.from_bytes(chunk + bytes(3 - len(chunk)))
        quad = [A[n >> s & 63] for s in (18, 12, 6, 0)]
        out.append("".join(quad[:len(chunk) + 1]) + "=" * (3 - len(chunk)))
    return "".join(out)
def unb64(s): n = 0; return b"".join((sum(A.index(c) << 6 * (3 - k) for k, c in enumerate(q) if c != "=")).to_bytes(3)[:3 - q.count("=")] for q in (s[i:i + 4] for i in range(0, len(s), 4)))
for t in (b"", b"f", b"fo", b"foo", b"\x00\xff\xfe", text.encode()): print(b64(t), unb64(b64(t)) == t)
def adler(data):
    a, b = 1, 0
    for byte in data: a = (a + byte) % 65521; b = (b + a) % 65521
    return b << 16 | a
print(hex(adler(b"Wikipedia")), adler(text.encode()))
def lzw(data):
    table, word, out = {bytes([i]): i for i in range(256)}, b"", []
    for byte in data:
        next_ = word + bytes([byte])
        if next_ in table: word = next_
        else: out.append(table[word]); table[next_] = len(table); word = bytes([byte])
    return out + ([table[word]] if word else [])
print(len(lzw(text.encode() * 5)), lzw(b"abababab"))
