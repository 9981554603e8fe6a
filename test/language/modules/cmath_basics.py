# cmath on the complex plane.
import cmath
for z in (1 + 2j, -1j, 0j, 3, -2.5, complex(0.0, -0.0)):
    print(z, *[f"{f.__name__}={f(z):.6g}" for f in (cmath.sqrt, cmath.exp, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.asinh)], f"{cmath.phase(z):.6g}", [f"{x:.6g}" for x in cmath.polar(z)])
print(cmath.rect(2, cmath.pi / 2).imag, f"{cmath.log(1j):.5g} {cmath.log(10, 2):.5g} {cmath.log10(100j):.5g} {cmath.atan(0.5):.5g} {cmath.atanh(0.5):.5g} {cmath.acosh(2):.5g}", cmath.isnan(complex("nan")), cmath.isinf(complex("inf")), cmath.isfinite(1j), cmath.isclose(1 + 1e-12j, 1), cmath.inf, cmath.infj, cmath.nanj, cmath.e)
for code in ("cmath.log(0)", "cmath.sqrt('a')", "cmath.rect(1)", "cmath.atan(1j)", "cmath.exp(1000)", "cmath.phase('x')", "cmath.acos(complex('inf'))", "cmath.sqrt(-4)", "cmath.isclose(1, 2, rel_tol=-1)"):
    try: print(code, eval(code))
    except (ValueError, TypeError, OverflowError) as error: print(code, "->", type(error).__name__, error)
