# float() reads every spelling of a number and refuses the rest.
for text in ("1", "1.5", "  -2.5e3\n", ".5", "5.", "1_000.5", "1e1_0", "inf", "-Infinity", "NaN", "+nan", "infinity", "1e400", "-1e400", "1e-400", "0x10" if False else "10", "١.٥", "1E5", "00012", "-0", "1e+05", "123456789012345678901234567890", "0." + "0" * 50 + "1", "9007199254740993", "2.2250738585072011e-308", "1.7976931348623158e308", "1.7976931348623159e308", "4.9e-324", "2.4e-324", "179769313486231580793728971405301e276"): print(text.strip(), float(text))
for text in ("", " ", "e5", "1e", "1e+", ".", "-", "1..2", "1_", "_1", "1__0", "1_.5", "0x1p3", "in", "infinit", "nan(1)", "1 2", "1,5", "é", "1\0", "--1", "1e5.5"):
    try: print(text, float(text))
    except ValueError as error: print(error)
print(float(b"1.5"), float(bytearray(b" 2 ")), float(5), float(2**70), float(True), float(), float(1.5))
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class S(float): pass
print(float(F()), float(I()), S("1.5"), type(S(1.5) + 1).__name__, repr(S(2)), S(2) == 2.0, float(S(3)), type(float(S(3))).__name__)
