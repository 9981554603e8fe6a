# Polynomials with operators, primes, partitions, and number theory on big ints.
class Poly:
    def __init__(self, *c):
        c = list(c)
        while c and not c[-1]: c.pop()
        self.c = c
    def __add__(self, o):
        o = o if isinstance(o, Poly) else Poly(o)
        n = max(len(self.c), len(o.c)); pad = lambda c: c + [0] * (n - len(c))
        return Poly(*map(sum, zip(pad(self.c), pad(o.c))))
    __radd__ = __add__
    def __mul__(self, o):
        if not isinstance(o, Poly): return Poly(*[a * o for a in self.c])
        out = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __pow__(self, n):
        p = Poly(1)
        for _ in range(n): p = p * self
        return p
    def __call__(self, x):
        v = 0
        for a in reversed(self.c): v = v * x + a
        return v
    def __eq__(self, o): return self.c == o.c
    def derivative(self): return Poly(*[i * a for i, a in enumerate(self.c)][1:])
    def __str__(self):
        terms = [f"{a if a != 1 or i == 0 else ''}{'x' if i else ''}{f'^{i}' if i > 1 else ''}" for i, a in enumerate(self.c) if a]
        return " + ".join(reversed(terms)).replace("+ -", "- ") or "0"
x = Poly(0, 1); p = (x + 1) ** 3 - 2 * x + 5
print(p, p(2), p.derivative(), (x + 1) * (x + -1), x - x, (x + 1) ** 10, p == p + 0, Poly(1.5, -2)(0.5), ((x + 3) ** 20)(7))
def primes(n):
    sieve = bytearray([1]) * (n + 1); sieve[:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]: sieve[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, s in enumerate(sieve) if s]
print(primes(60), len(primes(20000)))
def factor(n):
    out, d = {}, 2
    while d * d <= n:
        while n % d == 0: out[d] = out.get(d, 0) + 1; n //= d
        d += 1
    if n > 1: out[n] = out.get(n, 0) + 1
    return out
print([factor(n) for n in (1, 2, 360, 9973, 2**31 - 1, 600851475143)])
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, s, t: (g, t, s - a // b * t))(*egcd(b, a % b))
print(egcd(240, 46), pow(3, -1, 1000007), pow(7, 10**30, 10**18), [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
def partitions(n, most=None):
    most = n if most is None else most
    if n == 0: yield []
    for k in range(min(n, most), 0, -1):
        for rest in partitions(n - k, k): yield [k, *rest]
print(list(partitions(5)), sum(1 for _ in partitions(20)))
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(max(range(1, 300), key=lambda n: len(list(collatz(n)))), max(collatz(27)), list(collatz(6)))
print(sum(int(d) for d in str(2**1000)), str(3**300)[:10], 10**50 // 7, -(10**50) // 7, (10**50) % -7, int("123" * 30) % 997)
