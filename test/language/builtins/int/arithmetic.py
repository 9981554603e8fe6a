# Int arithmetic is exact at every size, with floor division and modulo as Python defines them.
values = [0, 1, -1, 2, 3, -3, 7, -7, 10, 2**31, -2**31, 2**53 - 1, 2**53, -(2**53), 2**53 + 1, 2**64, -(2**64) - 1, 10**30]
for a in values:
    row = []
    for b in values:
        row.append(a + b); row.append(a - b); row.append(a * b)
        if b: row += [a // b, a % b, divmod(a, b) == (a // b, a % b), (a // b) * b + a % b == a]
    print(a, sum(int(x) for x in row), row[-7:])
for a in (7, -7, 2**60, -2**60):
    for b in (3, -3, 2**33, -2**33): print(a, b, a // b, a % b, divmod(a, b), int(a / b))
print(2**10, 2**100, (-2)**3, (-2)**100, 0**0, 3**40, 2**-1, (-3)**-2, 10**20 // 10**18, 1_000_003**5)
print(pow(3, 100, 7), pow(2, 10**18, 10**9 + 7), pow(3, -1, 11), pow(-3, 5, 7), pow(5, 3, -7), pow(2, 0, 1), pow(10**30, 3, 10**29 + 1))
print(-(-5), +5, -(2**63), abs(-2**70), abs(-5), ~0, ~(2**70), -0, 5 .__neg__())
print(9007199254740993 + 0, 9007199254740991 + 2, 9007199254740992 * 3, 94906267 * 94906267, 3037000500**2, -9007199254740991 - 5)
x = 1
for i in range(1, 30): x *= i
print(x, x // 12345678901234567, x % 987654321987654321)
n = 2**53 - 3
for _ in range(6): print(n, end=" "); n += 1
print(n, n - 2**53)
print(1 / 3, 10 / 2, 2**60 / 3, 10**400 / 10**399, -7 / 2, 0 / 5, (2**53 + 1) / 1, 1 / 10**300)
