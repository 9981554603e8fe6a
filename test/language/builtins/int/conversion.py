# int() from text in any base, from floats and from objects; text in any base from int.
for text in ("0", "-5", "+7", "  42\n", "1_000", "007", "١٢٣", "९", "-0", "123456789012345678901234567890"): print(repr(text), int(text))
for text, base in (("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 2), ("101", 2), ("z", 36), ("Zz", 36), ("0o17", 8), ("0o17", 0), ("-0b11", 0), ("+0x_f", 16), ("12", 3), ("0", 0), ("00", 0), ("1" * 70, 2)): print(text, base, int(text, base))
for text, base in (("", 10), ("-", 10), ("1 2", 10), ("09", 0), ("0x", 16), ("2", 2), ("8", 8), ("z", 35), ("1__0", 10), ("_1", 10), ("1_", 10), ("1.0", 10), ("0b1", 10), ("5", 1), ("5", 37), ("5", -1), ("a\0b", 16), ("é", 10), ("--1", 10)):
    try: print(text, base, int(text, base))
    except ValueError as error: print(error)
print(int(3.9), int(-3.9), int(1e20), int(-0.0), int(True), int(b"12"), int(bytearray(b"0x1f"), 16), int(2**70 + 0.0), int())
print(bin(10), bin(-10), oct(64), oct(-8), hex(255), hex(-255), hex(2**70), bin(0), bin(True), hex(-(2**53) - 1))
print(str(2**100), repr(-10**25), f"{2**64}", f"{255:x} {255:X} {255:#o} {255:b} {-255:#b} {2**70:x}")
print((1000).to_bytes(2), (1000).to_bytes(4, "little"), (-2).to_bytes(2, signed=True), (2**70).to_bytes(9, "big"), (0).to_bytes(0), (255).to_bytes())
print(int.from_bytes(b"\x03\xe8"), int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes(b"\x01\x02", "little"), int.from_bytes([1, 2]), int.from_bytes(b""), int.from_bytes(b"\x80" + b"\0" * 9, "big", signed=True))
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (5).is_integer(), (5).as_integer_ratio(), int.__doc__ is not None)
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(5), round(5, 1), round(2**70, -20), round(15, -1), round(25, -1), round(7, -5))
print(int("1" * 4300) % 97, len(str(10**4299)))
try: int("1" * 4301)
except ValueError as error: print(error)
try: str(10**4300)
except ValueError as error: print(error)
print(len(hex(10**5000)), int("f" * 5000, 16).bit_length())
class I:
    def __index__(self): return 5
class T:
    def __int__(self): return 6
print(int(I()), int(T()), int("11", I()), hex(I()), [1, 2, 3, 4, 5, 6][I()])
print((10).__floordiv__(3), (10).__add__("a"), (3).__pow__(2, 5), (5).__rsub__(8), (5).__divmod__(2), (7).__truediv__(2), (1).__eq__(1.0), (1).__lt__(2))
