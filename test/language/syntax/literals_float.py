# Float and imaginary literals, with exponents and underscores.
print(1.0, 1., .5, 0.0, -0.0, 1e3, 1E3, 1e+3, 1e-3, 1.5e300)
print(1_0.0_1, 1_0e1_0, 1e0_1, 0_1.5, 00.5, 0e0, 077e1, 09.5)
print(1e400, -1e400, 1e-400, 5e-324, 2.2250738585072014e-308)
print(0.1, 0.2, 0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e22, 1e23)
print(1j, 1.5J, .5j, 1e3j, 1_0j, 00j, 3 + 4j, -1j, -(0 + 1j), 09j)
print(1if True else 2, [1for _ in (1, 2)], 0xfor 1)
for text in ("1.e", "1e", "1._0", "1_.0", "1e_1", "1.0_", "1jj", "1.0.0", "0x1.0"):
    try:
        print(text, eval(text))
    except (SyntaxError, AttributeError) as error:
        print(text, type(error).__name__, error)
