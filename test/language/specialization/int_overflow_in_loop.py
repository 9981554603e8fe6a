# Small ints become big ones and back while the loop is warm.
def grow(n):
    x, seen = 1, []
    for i in range(n):
        x = x * 3 + 1
        if i % 10 == 0: seen.append(x)
    return seen
print(grow(100))
def shrink(x):
    steps = 0
    while x > 1: x //= 2; steps += 1
    return steps
print([shrink(2**k) for k in (10, 52, 53, 54, 100)])
def edge(start, step, n):
    x = start
    for _ in range(n): x += step
    return x
for start in (2**53 - 100, -(2**53) + 100, 2**31 - 50, -(2**31) + 50, 2**62): print(edge(start, 1, 200), edge(start, -1, 200), edge(start, 3, 500), edge(start, 2**40, 60))
def product(values):
    p = 1
    for v in values: p *= v
    return p
print(product([94906266, 94906266]), product([94906267, 94906267]), product([3] * 33), product([3] * 34), product([-3] * 35), product([2**26] * 4), product([0, 2**70]), product([-1] * 7))
def mixed(n):
    total = 0
    for i in range(n):
        total += i * 2**50
        total -= i if i % 3 else i * 2**50
    return total
print(mixed(500), mixed(1000))
def bits(n):
    h = 0
    for i in range(n): h = (h * 31 + i) & 0xFFFFFFFFFFFFFFFF
    return h
print(bits(10), bits(100), bits(1000))
def minus_zero():
    out = []
    for i in range(-60, 60): out.append(i * 0)
    return set(map(str, out)), {str(0 * -1), str(-0), str(0 // -5), str(-4 % 2), str(0 & -1)}
print(minus_zero())
