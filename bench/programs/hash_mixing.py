"""64-bit arithmetic with masks: xorshift, splitmix, FNV-1a and a table-driven CRC."""
import sys

SIZE = 300_000
MASK = 0xFFFFFFFFFFFFFFFF


def xorshift(state, count):
    total = 0
    for _ in range(count):
        state ^= (state << 13) & MASK
        state ^= state >> 7
        state ^= (state << 17) & MASK
        total = (total + state) & MASK
    return total


def splitmix(seed, count):
    total = 0
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        total ^= z ^ (z >> 31)
    return total


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = (byte >> 1) ^ (0xEDB88320 if byte & 1 else 0)
        table.append(byte)
    return table


TABLE = crc_table()


def crc(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    return value ^ 0xFFFFFFFF


def rotate_mix(count):
    a, b, c = 0x67452301, 0xEFCDAB89, 0x98BADCFE
    for i in range(count):
        a = (a + (b ^ c) + i) & 0xFFFFFFFF
        a = ((a << 7) | (a >> 25)) & 0xFFFFFFFF
        a, b, c = c, a, b
    return a ^ b ^ c


def run(n=SIZE):
    data = bytes([i * i % 251 for i in range(n)])
    return f"{xorshift(88172645463325252, n):016x} {splitmix(1, n):016x} {fnv(data):016x} {crc(data):08x} {rotate_mix(n):08x}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
