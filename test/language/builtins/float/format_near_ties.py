# Digits of numbers that lie near a tie or a power of ten, in every presentation type, with wide texts around them.
near = []
for power in (-22, -8, -7, -1, 0, 1, 5, 14, 15, 16, 21, 22, 23):
    ten = float(f"1e{power}")
    near += [ten, ten * (1 + 2**-52), ten * (1 - 2**-53), ten * 9.5, ten * 9.4999999999999, ten * 9.9999999999999]
near += [0.5, 1.5, 2.5, 0.125, 0.375, 1.005, 2.675, 1e15 + 0.5, 2.0**52 - 0.5, 2.0**53, 4503599627370495.5, 999999999.9999999, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308]
for value in near:
    print(value, *[format(value, f".{digits}{kind}") for kind in "eg" for digits in (0, 1, 2, 6, 14, 15, 16, 17)])
    print(*[format(-value, f".{digits}f") for digits in (0, 1, 2, 3, 6, 14, 15, 16)], "%.1e|%12.3f|%-9.2g|%+.0f" % ((value,) * 4))
print("%s %5s|%-5s|%.2s|%3c|%r" % ("\N{GRINNING FACE}", "\N{GRINNING FACE}", "ab\N{GRINNING FACE}", "\N{GRINNING FACE}bc", "\N{GRINNING FACE}", "\N{GRINNING FACE}"))
print("\N{GRINNING FACE} %5d %s {}" % (3, "a"), "{:\N{GRINNING FACE}>4} {:\N{GRINNING FACE}^5}|{:\N{GRINNING FACE}<6.1f}".format(7, "ab", 1.25), "{:c}|{:>3c}".format(0x1F600, 0x1F600), f"{'a':\N{GRINNING FACE}^3}")
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 2, 3.14159, 8, 1, 2.25), "%(a)5d%(b)s" % {"a": 1, "b": "x"})
