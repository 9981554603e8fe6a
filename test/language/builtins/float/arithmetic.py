# Float arithmetic follows IEEE 754, with Python's division, modulo and powers.
nan, inf = float("nan"), float("inf")
for a in (7.5, -7.5, 0.0, 1e300, inf, nan):
    for b in (2.0, -2.0, 0.3, inf, -inf, nan): print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), end="\n")
print(0.0 == -0.0, 1 / inf, -1 / inf, 0.0 * -1, inf - inf, inf * 0, -0.0 + 0, 0.0 % -1, -0.0 % 1, 5.0 % -3, -5.0 % 3, 1e-20 % 1, -1e-20 % 1)
print(2.0 ** 3, 2 ** 0.5, 4 ** -0.5, (-8.0) ** 3, (-8.0) ** (1 / 3), 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** nan, (-1) ** inf, 0.5 ** inf, (-inf) ** 3, (-inf) ** -1, (-2.0) ** 0.5, 1e-300 ** 2)
print(1.5 + 1, 1 + 1.5, 2 * 1.5, 3 / 2.0, 7 // 2.0, 7 % 2.5, 2 ** 1.5, 10**20 + 0.5, True + 0.5, 1.5 - 2**60)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5), round(1.5), round(1e20), round(-0.4), round(5.015, 2), round(1.005, 2), round(2.5, 0), round(-0.4, 0), round(1e300, 2), round(12345.6789, 3), round(nan, 1), round(inf, 2))
print(abs(-1.5), -(-0.0), +2.5, float.is_integer(2.0), (2.5).is_integer(), inf.is_integer(), (0.75).as_integer_ratio(), (-1e10).as_integer_ratio(), (0.1).as_integer_ratio(), (2.5).hex(), (-0.1).hex(), (0.0).hex(), inf.hex(), float.fromhex("0x1.8p3"), float.fromhex("-0x.8"), float.fromhex("inf"), float.fromhex(" 1p-1074 "), (5e-324).hex())
print((3.7).__trunc__(), (3.7).__floor__(), (3.2).__ceil__(), (-3.7).__floor__(), (1.5).conjugate(), (1.5).real, (1.5).imag, float.from_number(3), (1e308 * 10))
for bad in ("inf.as_integer_ratio()", "nan.as_integer_ratio()", "int(inf)", "round(inf)", "(1.5).__round__('a')", "float.fromhex('1..2')", "1.5 & 2", "1.5 << 1", "~1.5", "float.from_number('1')", "nan // 0"):
    try: print(bad, eval(bad))
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as error: print(bad, "->", type(error).__name__, error)
print(1.0 < 2, 1.0 == 1, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 1e308 < 10**400, nan == nan, nan != nan, nan < 1, inf > 10**1000, -inf < -10**1000, 0.1 + 0.2 == 0.3, 1e16 + 1 == 1e16, 0.5 == 1 / 2)
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([0.1, 0.2, 0.3], 0.0), sum([1, 0.5, 2]), max(1.0, nan), max(nan, 1.0), min(-0.0, 0.0), sorted([3.0, -1.5, 2]))
