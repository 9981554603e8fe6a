# Bit operations behave as two's complement of infinite width.
values = [0, 1, -1, 5, -6, 255, 2**31 - 1, 2**31, -2**31, 2**32 + 5, 2**53 + 1, -2**53 - 7, 2**64 - 1, -2**64, 12345678901234567890123]
for a in values:
    print(a, [a & b for b in values[:8]], [a | b for b in values[8:]], [a ^ b for b in values[::3]], ~a)
for a in (1, -1, 5, -5, 2**40 + 3, -2**70):
    print(a, [a << n for n in (0, 1, 31, 32, 53, 64)], [a >> n for n in (0, 1, 2, 31, 32, 64, 200)])
print(1 << 100, (1 << 100) >> 98, -1 >> 1000, 0 << 10**6 == 0, 1 << 31, 1 << 32, 3 << 30, 0xFFFFFFFF ^ 0x0F0F0F0F, 0x80000000 | 1, 0xFFFFFFFF & 0x80000000)
print(True & False, True | 2, True ^ True, type(True & True).__name__, type(True & 1).__name__, ~0b1010 & 0xF)
for n in values: print(n, n.bit_length(), n.bit_count(), end="; ")
print()
x = 0x9E3779B97F4A7C15
for _ in range(3): x ^= x >> 30; x = x * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF; print(hex(x), x >> 63)
y = 12345
for _ in range(5): y ^= (y << 13) & 0xFFFFFFFF; y ^= y >> 17; y ^= (y << 5) & 0xFFFFFFFF; print(y, end=" ")
print()
