# Formatting floats: every presentation type, sign, width, precision, grouping and alternate form.
for spec in ("", "f", ".0f", ".1f", ".10f", "e", ".2e", "E", "g", ".3g", "G", "n", "%", ".1%", "+", " ", "-", "08.2f", "+08.2f", "<10.2f", ">10.2f", "^10.2f", "*^10.1f", "=+10.1f", ",", ",.2f", "_.1f", "012,.2f", "#.0f", "#g", ".0e", "#.0e", "z.1f", ".3", ".10", "10", "020", "x=12.3f"):
    print(repr(spec), [format(v, spec) for v in (0.0, -0.04, 1.5, 1234567.891, 1e-7)])
for v in (float("inf"), -float("inf"), float("nan")): print([format(v, s) for s in ("", "f", "08", "+.1e", "F", "G", "%", ",", ">6", "06")])
for spec in (".100f", ".50g", ".30e"): print(format(0.1, spec))
print(f"{123456789.0:.3g} {1e20:.0f} {1e22:f} {5e-324:.3e} {1.5:.0f} {2.5:.0f} {0.5:.0f} {9.995:.2f} {999999.5:g} {9999995:g} {1e15:g} {1e16:} {12345.0:.3}")
print("%f %.2f %e %g %G %5.1f|%-8.2f|%+d %08.3f %.0f %#.0f %5.3s|" % (1.5, 2.345, 12345.678, 0.00001, 1e-10, 3.14159, 2.5, 7.9, -3.14159, 2.5, 3.0, "abcdef"))
for spec in ("d", "x", "c", "s", ".f", "5.", ",_", "0.1.2", "zz", "b", ",,", "=5=", "1000000000000000000000"):
    try: print(spec, format(1.5, spec))
    except ValueError as error: print(spec, "->", error)
