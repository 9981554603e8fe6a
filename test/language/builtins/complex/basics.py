# Complex numbers: construction, arithmetic, comparison, text and formatting.
z, w = 3 + 4j, 1 - 2j
print(z + w, z - w, z * w, z / w, -z, +z, z ** 2, z ** 0, z ** 0.5, abs(z), z.conjugate(), z.real, z.imag, z == 3 + 4j, z != w, z + 1, 1 + z, 2.5 * z, z / 2, 1 / z, z ** -1, 2 ** z, bool(0j), bool(z))
print(repr(1j), -1j, complex(-0.0, -1), complex(0, -0.0), complex(1, float("inf")), complex(float("nan"), 1), 1e20j, 1.5 + 0j, complex(1e16, 1e-5), -(1 + 0j), 0j, -0j, complex(-0.0, 0.0))
for text in ("1", "1j", "-j", "+j", "1+2j", "1.5e3-2.5j", " ( 1+2j ) ", "infj", "nan+infj", "1e5j", "(1)", "1_0+2_0j", "J"): print(repr(text), complex(text))
for text in ("", "1+", "1 + 2j", "(1+2j", "j1", "1+2", "1+2jj", "a", "()", "1j+2", "1+-2j"):
    try: print(complex(text))
    except ValueError as error: print(error)
print(complex(), complex(1), complex(1, 2), complex(1.5), complex(real=1, imag=2), complex(imag=3), complex(1 + 2j), complex(True))
class C:
    def __complex__(self): return 7j
class F:
    def __float__(self): return 1.5
class I:
    def __index__(self): return 4
print(complex(C()), complex(F()), complex(I()), complex(F(), I()), complex.from_number(3))
for code in ("z < w", "z // w", "z % w", "int(z)", "float(z)", "complex('1', 2)", "complex(1, '2')", "divmod(z, w)", "0j ** -1", "0j / 0j", "z @ w", "round(z)", "(1e308 + 1j) ** 3", "math.sqrt(z)", "pow(z, 2, 3)", "'%d' % z", "hash([z])", "format(z, 'd')", "format(z, '05')", "format(z, '=10')", "z.real = 1"):
    try:
        import math
        print(code, eval(code) if "=" not in code or "==" in code or "format" in code else exec(code))
    except (TypeError, ZeroDivisionError, OverflowError, ValueError, AttributeError) as error: print(code, "->", type(error).__name__, error)
print([format(z, s) for s in ("", "f", ".1f", "e", "g", "+.2f", ">20", "<20.1f", "^20", ",.1f", ".3")], f"{1e10 + 1j:,}", "%s %r" % (z, w))
print(z in [3 + 4j], {z: 1}[3 + 4j], {1: "a"}[1 + 0j], 1 == 1 + 0j, sum([1j, 2, 3.5]), z == "a", isinstance(z, complex), abs(-5j), (1 + 2j) * (3 - 1j) * 1j, [z] * 2)
print((1 + 1j) ** 2, (1 + 1j) ** 3, (2j) ** 10, (1 - 1j) ** -2, 1j * 1j, (1e200 + 1e200j) * 2, (1 + 2j).__add__(1), (1j).__eq__(1), 3 - 1j, 1j - 3, complex(1, 2) - 1)
