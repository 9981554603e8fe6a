# Products past 2**53 that are reduced at once, words of 32 bits, and what comes when they are neither.
MODULUS = 10**9 + 7
WORD = 0xFFFFFFFF


def linear(state, count):
    total = 0
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        total += state
    return state, total


def linear_by_remainder(state, count):
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
    return state


def powers(base, count):
    result = 1
    for _ in range(count):
        result = result * base % MODULUS
    return result


def large_modulus(a, b, count):
    for _ in range(count):
        a = (a * b + 99) % 1125899906842597
    return a


def larger_modulus(a, b, count):
    for _ in range(count):
        a = (a * b + 99) % 9007199254740881
    return a


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & WORD
    return value


def xorshift(state, count):
    total = 0
    for _ in range(count):
        state ^= (state << 13) & WORD
        state ^= state >> 17
        state ^= (state << 5) & WORD
        total = (total + state) & WORD
    return state, total


def rotated(value, count):
    for i in range(count):
        value = ((value << 7) | (value >> 25)) & WORD
        value = (value ^ ~i) & WORD
    return value


def products(pairs):
    return [a * b % 1000003 for a, b in pairs]


def masked(pairs):
    return [(a * b + 7) & 0xFFFF for a, b in pairs]


def not_reduced(a, count):
    total = 0
    for i in range(count):
        product = a * (a + i)
        total ^= product
    return total


print(linear(42, 2000), linear_by_remainder(1, 2000), powers(48271123, 2000), powers(-48271123, 2001))
print(large_modulus(1125899906842596, 1125899906842595, 2000), larger_modulus(9007199254740880, 9007199254740879, 2000))
print(fnv(bytes(range(256)) * 8), xorshift(2463534242, 2000), rotated(0x12345678, 2000))
edges = [0, 1, -1, 2**31 - 1, -(2**31), 2**32, 2**53 - 1, -(2**53) + 1, 2**53, -(2**64), 3, 94906267]
pairs = [(a, b) for a in edges for b in edges]
print(products(pairs * 10)[-len(pairs):] == [a * b % 1000003 for a, b in pairs], sum(products(pairs * 10)))
print(sum(masked(pairs * 10)), not_reduced(2**40 + 1, 1000))
print(products([(2**40, 2**41)] * 500 + [(1.5, 2), (True, 7), (2**70, 3)]) [-3:])
try:
    products([(2**40, 2**41)] * 500 + [("a", "b")])
except TypeError as error:
    print(error)


# The modulus is looked up each time.
def changing(count):
    global MODULUS
    result = 1
    for i in range(count):
        if i == count - 5:
            MODULUS = 2**31 - 1
        result = result * 48271123 % MODULUS
    return result


print(changing(2000))
