"""Texts deflated and inflated one after another, large ones before small ones, at all levels but 0, between streams: each as if it were the first."""
import random
import zlib

random.seed(5)
words = [bytes(random.choices(b"abcdefgh ", k=random.randrange(1, 9))) for _ in range(40)]


def text(count):
    return b" ".join(random.choice(words) for _ in range(count))


total = 0
running = zlib.compressobj()
for count in (20000, 3, 9000, 0, 1, 50, 30000, 2, 500, 499, 6000, 10):
    data = text(count)
    running.compress(data)
    for level in (-1, *range(1, 10)):
        packed = zlib.compress(data, level)
        total = zlib.crc32(packed, total)
        assert zlib.decompress(packed) == data
    for bits in -15, 31, 9, -10:
        packed = zlib.compress(data, wbits=bits)
        assert zlib.decompress(packed, bits) == data
        if bits < 30:
            total = zlib.crc32(packed, total)
    copy = running.copy()
    assert zlib.decompress(copy.flush() and zlib.compress(data)) == data
    try:
        zlib.decompress(packed[:-1])
    except zlib.error as error:
        print(count, error)
print(total)
