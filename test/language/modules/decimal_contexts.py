# decimal: contexts, flags, traps.
from decimal import *
import decimal, pickle, copy
D = Decimal; setcontext(Context())
c = getcontext(); print(c, c is getcontext(), c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.clamp)
c.prec = 6; print(D(1) / 7, D("123456789"), +D("123456789"), D("123456789") * 1); c.prec = 28
print([str(s) for s in c.flags], c.flags[Inexact], c.flags, len(c.traps), list(c.traps.items())[:3], Inexact in c.flags)
c.clear_flags(); D(1) / 3; print([s.__name__ for s, v in c.flags.items() if v], c.flags.copy() == c.flags, c.flags == c.traps, dict(c.traps) == c.traps)
with localcontext() as inner:
    inner.prec = 50; print(D(1) / 7, getcontext() is inner)
    with localcontext(prec=3, rounding=ROUND_UP): print(D(1) / 3)
    with localcontext(ExtendedContext) as e: print(D(1) / 0, D(0) / 0, D(1).ln() if 0 else D(-1).sqrt(), e.flags[InvalidOperation], e)
print(getcontext() is c, c.prec)
for context in (Context(prec=5, Emin=-9, Emax=9, traps=[]), Context(prec=5, Emin=-9, Emax=9, clamp=1, traps=[]), Context(prec=5, Emin=-9, Emax=9, traps=[], rounding=ROUND_DOWN), Context(prec=5, Emin=-9, Emax=9, traps=[], rounding=ROUND_FLOOR)):
    for value in ("9.9999E+9", "9.99999E+9", "1E+10", "-1E+11", "1E-10", "1.23456E-12", "1E-14", "-6E-14", "1E-15", "0E+20", "0E-20", "1E+8", "123456", "99999.5"):
        context.clear_flags(); result = context.create_decimal(value); print(value, result, [s.__name__ for s, v in context.flags.items() if v], end="; ")
    print()
c = Context(prec=9, traps=[], capitals=0)
print(c.add(1, D("1E-20")), c.subtract(5, 8), c.multiply(D("1.20"), 3), c.divide(D(1), 3), c.divide_int(7, 2), c.divmod(7, 2), c.remainder(-7, 3), c.power(2, 10), c.power(2, 10, 7), c.fma(2, 3, 4), c.sqrt(2), c.exp(1), c.ln(10), c.log10(5), c.abs(-3), c.minus(3), c.plus(D("-0")), c.max(1, 2), c.min(1, 2), c.quantize(D("2.17"), D("0.1")), c.normalize(D("1.500")), c.to_sci_string(D("1e+30")), c.to_eng_string(D("1e+31")), c.number_class(3), c.is_zero(0), c.is_signed(-1), c.compare(1, 2), c.compare_signal(1, D("nan")), c.same_quantum(1, 2), c.scaleb(3, 2), c.shift(12, 1), c.rotate(12, -1), c.logb(100), c.logical_invert(101), c.next_plus(1), c.next_minus(1), c.next_toward(1, 2), c.copy_sign(1, -2), c.to_integral_exact(D("2.5")), c.to_integral_value(D("3.5")), c.radix(), c.Etiny(), c.Etop(), c.create_decimal_from_float(0.1), c.create_decimal(0.1), c.create_decimal(), c.canonical(D(3)), c.copy_decimal(3))
print(c, c.copy(), copy.copy(c).flags, pickle.loads(pickle.dumps(c)), Context(prec=3, flags=[Inexact], traps=[Overflow, Clamped]))
print(DefaultContext, BasicContext, ExtendedContext, sep="\n")
print(IEEEContext(32), IEEEContext(64), IEEEContext(128), sep="\n")
c = Context(traps=[]); c.traps[Inexact] = True; c.flags[Rounded] = 1; print(c)
try: c.divide(1, 3)
except Inexact as error: print(type(error).__mro__, error.args, c.flags[Inexact])
c.traps = {s: s is Overflow for s in c.traps}; c.flags = c.traps; print(c); c.clear_flags(); c.clear_traps(); print(c)
setcontext(Context(prec=4, traps=[DivisionByZero])); print(getcontext(), D(2) / 3, D("nan") + 1, D("snan") + 1, getcontext().flags[InvalidOperation]); setcontext(DefaultContext); print(getcontext() is DefaultContext, getcontext())
c = getcontext(); c.traps[FloatOperation] = True
for code in ("D(1.5)", "D(1) < 1.5", "D(1) == 1.5", "D.from_float(1.5)", "c.create_decimal(1.5)"):
    try: print(code, eval(code))
    except FloatOperation as error: print(code, "->", type(error).__name__, error, isinstance(error, TypeError))
c.traps[FloatOperation] = False
for code in ("D(1) / 0", "D(0) / 0", "D('x')", "D('1' * 30) // 1 ** 1 // D('1E-5')", "D(-1).sqrt()", "D(0).ln()", "D(-1).ln()", "D('inf') - D('inf')", "D('inf') * 0", "D(1) % 0", "D(0) ** 0", "D(-8) ** D('0.5')", "D('9E+999999') * 10", "D('snan') + 1", "D('nan') < 1", "D(1).quantize(D('1E-40'))", "D(1).quantize(D('inf'))", "D('1').logical_and(2)", "D(5).shift(100)", "D(1).scaleb(10 ** 8)", "int(D('nan'))", "int(D('inf'))", "hash(D('snan'))", "float(D('snan'))", "D('nan').as_integer_ratio()", "D('inf').as_integer_ratio()", "round(D('inf'))", "D(0).logb()", "D('1e999999').next_plus() + D('9.9e999999')"):
    try: print(code, eval(code))
    except (ArithmeticError, ValueError, TypeError) as error: print(code, "->", type(error).__name__, error)
for name in "DecimalException InvalidOperation FloatOperation DivisionByZero Overflow Underflow Subnormal Inexact Rounded Clamped".split(): print(name, [base.__name__ for base in getattr(decimal, name).__mro__], getattr(decimal, name).__module__)

# With all the precision there is, only what is exact can be had.
setcontext(Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[Inexact]))
for code in ("1 / D(256)", "D(10) / D('0.1')", "D('1E+9') / D(80)", "D(2) ** -5", "D(4).sqrt()", "D('2.25').sqrt()", "D('9E+3').sqrt() if 0 else D('90E+3').sqrt()", "D(2) ** 100 % 7"):
    print(code, eval(code))
