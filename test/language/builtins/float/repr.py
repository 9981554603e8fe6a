# Floats print with the fewest digits that read back the same.
values = [0.0, -0.0, 1.0, -1.5, 0.1, 0.2, 0.3, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17, 123456789012345678.0, 9007199254740993.0, 1e21, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 1.5e-7, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), -float("inf"), float("nan"), 4.35, 0.1 + 0.2, 1e100, 3.141592653589793, 2.5e-5, 12345.678, 1e-10, 9.5e15, 99999999999999.99, 0.1 + 0.7, 1.1 * 1.1, 1e300 * 1e10]
for v in values: print(repr(v), str(v), end="; ")
print()
for v in values: print(f"{v:g} {v:e} {v:.3f}" if abs(v) < 1e30 else f"{v:g} {v:e}", end="; ")
print()
print(all(float(repr(v)) == v for v in values if v == v), 1e0, -1e-0, [1.0], (0.5,), {1.5: 2.0})
x = 1.0
for _ in range(40): x = x * 1.37 - 0.11; print(x, end=" ")
print()
