# decimal: format(), and what is complained about.
from decimal import *
D = Decimal; setcontext(Context())
specs = ["", "e", ".0e", ".3e", "E", "f", ".0f", ".2f", "F", "g", ".1g", ".5g", "G", "n", "%", ".1%", "+", " ", "-", "10", "<10", ">10.2f", "^10", "=+10", "*^12.1f", "é>8", "08", "+010.1f", ",", ",.2f", "015,.2f", "016,.1f", "020,", ".0f", ".1", ".3", "0"]
values = ["0", "-0", "1", "-1.5", "1234567.891", "0.000012345", "1E+20", "1.23E-10", "0E+5", "0.00", "12345678901234567890.123456789", "-0.04", "999.96", "Infinity", "-Infinity", "NaN", "sNaN12", "5E-7"]
for spec in specs: print(repr(spec), [format(D(value), spec) for value in values])
getcontext().capitals = 0; print(D("1E+20"), repr(D("1E-20")), format(D("1E+20"), ""), f"{D('1E+20'):g} {D('1E+20'):G}"); getcontext().capitals = 1
print(f"{D('1.005'):.2f} {D('2.675'):.2f} {D('1.5'):.0f} {D('2.5'):.0f}", "%s %r %.2f %d" % (D("1.10"), D("1.10"), D("1.125"), D("7.9")), "{:>8}|{:<8}|{!r}".format(D(1), D(2), D(3)))
getcontext().rounding = ROUND_UP; print(f"{D('1.001'):.2f} {D('-1.001'):.2f} {D('1.1'):.0%}"); getcontext().rounding = ROUND_HALF_EVEN
for code in ("D([1])", "D((2, (1,), 0))", "D((0, (10,), 0))", "D((0, 1, 0))", "D((0, (1,), 'x'))", "D((0, (1,), 1.5))", "D({})", "D(None)", "D('')", "D('1 2')", "D('--1')", "D('1e')", "D('.')", "D('0x1')", "D('nan1.5')", "D('infin')", "D(1) + 1.5", "1.5 * D(1)", "D(1) + '1'", "D(1) < '1'", "D(1) ** 'x'", "pow(D(2), 3, 'x')", "D(5).exp(3)", "D(5).compare('x')", "Context().add(1, 'x')", "setcontext(3)", "localcontext(3)", "localcontext(x=3)", "D(1, 2)", "D.from_float('x')", "D.from_number('1')", "round(D('1.5'), 1.5)", "Context(rounding='x')", "Context(prec=0)", "Context(Emin=1)", "Context(Emax=-1)", "Context(capitals=2)", "Context(clamp=3)", "Context(flags=[1])", "Context(traps={1: 2})", "Context(traps=3)", "Context(prec='x')", "getcontext().flags[1]", "IEEEContext(33)" if False else "IEEEContext('x')", "Context().create_decimal(' 1')", "Context().create_decimal('1_0')", "D(1).quantize(1, rounding=3)", "D(1).__format__(3)", "format(D(1), 3)", "Context().canonical(1)", "Context().is_canonical(1)", "D(1).foo", "getcontext().foo"):
    try: print(code, "=", repr(eval(code)))
    except (TypeError, ValueError, ArithmeticError, KeyError, AttributeError) as error: print(code, "->", type(error).__name__, error)
for statement in ("del getcontext().prec", "getcontext().foo = 3", "del getcontext().flags[Inexact]", "getcontext().prec = 'x'", "getcontext().rounding = 'up'", "D(1).x = 3", "getcontext().traps = 5", "getcontext().flags[3] = 1"):
    try: exec(statement)
    except (TypeError, ValueError, AttributeError, KeyError) as error: print(statement, "->", type(error).__name__, error)
