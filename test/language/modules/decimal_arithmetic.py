# decimal: arithmetic, rounding and conversions.
from decimal import *
import math, operator, copy, pickle
D = Decimal; setcontext(Context())
a, b = D("7.25"), D("-2.5")
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, D(2) ** D("0.5"), -a, +a, abs(b), 3 + a, 10 - a, 2 * b, 1 / D(3), 7 // D(2), 7 % D(4), 2 ** D(3), divmod(9, D(4)), pow(D(7), 3, 5), pow(7, D(3), 5))
print(D("1E+3") + 1, D("1.10") + D("2.2"), D("1.30") * D("1.20"), D("0.1") * 3, D("1E-7"), D("0.000001"), D("1E+2"), D("12E4"), D("-0"), D("-0.00"), D(0) * -1, D("1.00") / 4, D("2.400") / 2, D(1) / 7)
print(D(), D(5), D(-10 ** 30), D(0.1), D(1.5), D(True), D(" 1_000.5\n"), D("١٢٣"), D((1, (1, 2, 3), -2)), D((0, [], "F")), D((1, (4, 2), "n")), D([0, (5,), 3]), D("inf"), D("-Infinity"), D("nan"), D("sNaN123"), D("-nan007"), D.from_float(0.25), D.from_number(3), D("1e400"))
for rounding in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(rounding, [str(D(x).quantize(D("0.1"), rounding=rounding)) for x in ("1.04", "1.05", "1.15", "1.25", "-1.05", "-1.15", "1.01", "-0.04")], [str(D(x).to_integral_value(rounding)) for x in ("2.5", "-3.5", "0.4")])
print([round(D(x)) for x in ("2.5", "3.5", "-2.5", "2.6")], round(D("2.675"), 2), round(D("1234"), -2), math.floor(D("-1.5")), math.ceil(D("-1.5")), math.trunc(D("-1.5")), int(D("12.9")), int(D("1E+20")), float(D("1.1")), complex(D("2")), bool(D(0)), bool(D("0.0")), bool(D("nan")))
print(D("3.14").as_tuple(), D("-1E+5").as_tuple(), D("nan12").as_tuple(), D("-inf").as_tuple(), D("0.25").as_integer_ratio(), D("-12.5e3").as_integer_ratio(), D("123.4500").normalize(), D("1200").normalize(), D("0E5").normalize(), D("12.50").adjusted(), D("1E+9").to_eng_string(), D("0E+5").to_eng_string(), D("123E-9").to_eng_string(), D("1234E+2").to_eng_string())
print(D(2).sqrt(), D("2.25").sqrt(), D(0).sqrt(), D("1E+7").sqrt(), D(1).exp(), D("-3.5").exp(), D(2).ln(), D("0.001").ln(), D(2).log10(), D(1000).log10(), D("1.000000001").ln(), D("250").logb(), D(3).fma(2, "1" and 5), D("1.5") ** D("2.5"), D("0.5") ** 10, D(10) ** 20, D(3) ** 100, D("1.00") ** 3)
print(D(5).compare(3), D("1.0").compare_total(D("1")), D("-2").compare_total_mag(1), D(1).max(2), D("nan").max(2), D(1).min("nan" and D("nan")), D(-5).max_mag(3), D(-5).min_mag(3), D("1.0").max(D("1")), D(7).copy_sign(D(-1)), D(-7).copy_abs(), D(7).copy_negate(), D(10).remainder_near(3), D(11).remainder_near(3), D("1.23").same_quantum(D("4.56")), D("7.50").scaleb(2), D(101).logical_and(110), D(101).logical_or(D(110)), D(101).logical_xor(110), D("123").shift(2), D("123").shift(-1), D("12345").rotate(2), D(1).next_plus(), D(1).next_minus(), D(1).next_toward(0), D("1E+3").to_integral_exact(), D(3).radix(), D(3).conjugate(), D(3).real, D(3).imag, D("1.5").canonical())
print([D(x).number_class() for x in ("1", "-1", "0", "-0", "inf", "-inf", "nan", "snan", "1e-999999", "1e-1000010")])
print([[name, [getattr(D(x), name)() for x in ("1", "-0", "inf", "-nan", "snan", "1e-1000000")]] for name in ("is_finite", "is_infinite", "is_nan", "is_qnan", "is_snan", "is_signed", "is_zero", "is_normal", "is_subnormal", "is_canonical")])
print(D("1.0") == 1 == D(1), D("0.5") == 0.5, D("0.1") == 0.1, D(1) < 2, D(1) < 1.5, D(3) > 2.5, D("nan") == D("nan"), D("nan") != 1, D(2) == 2 + 0j, D(1) == "1", D("inf") > 10 ** 400, D("-inf") < 0, max(D(1), 2, D("2.5")), sorted([D(3), 1, D("2.5"), 2.25]), hash(D(2)) == hash(2), hash(D("0.5")) == hash(0.5), hash(D("1E2")) == hash(100), {D("1.0"): "one"}[1], len({D("1"), D("1.00"), 1, 1.0}))
class Money(Decimal):
    def __repr__(self): return f"Money({self!s})"
m = Money("9.90"); print(m, [m], m + 1, type(m + 1).__name__, type(+m).__name__, Money(m) is m, Money.from_float(0.5), D(m), type(D(m)).__name__, m.__class__(3))
print(copy.copy(a) is a, copy.deepcopy(a) is a, D(a) is a, [pickle.loads(pickle.dumps(x, p)) for p in range(5) for x in (a, D("nan5"))], pickle.loads(pickle.dumps(m if False else D("-0.0"))), repr(a), str(b), sum(map(D, range(5))), sum([D("0.1")] * 10), operator.index(3) * D("1.5"))
print(sum(D(1) / k for k in range(1, 50)), math.prod(D(k) for k in range(1, 30)), math.sqrt(D(2)), math.fsum([D("0.1")] * 3))
