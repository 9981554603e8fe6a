# str.format: positions, names, attributes, items, conversions, nested specs and escapes.
print("{} {} {0} {1}".split()[0].format("a"), "{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{0}{a}{0}".format("x", a="y"), "{{}} {{{}}}".format(5))
class P:
    x = [10, {"k": "v"}]
    def __format__(self, spec): return f"P<{spec}>"
    def __str__(self): return "Pstr"
    def __repr__(self): return "Prepr"
print("{0.x} {0.x[0]} {0.x[1][k]} {p.x[1]}".format(P(), p=P()), "{0[a]} {0[b c]} {0[1]}".format({"a": 1, "b c": 2, 1: "one", "1": "str"}), "{[0]} {[1]}".format("ab", "cd"), "{0.real} {0.imag:.1f}".format(1 + 2j))
print("{!s} {!r} {!a} {} {:spec} {!s:>6}".format(P(), P(), "é", P(), P(), P()), "{:{}} {:{w}.{p}f}".format("a", ">5", 3.14159, w=8, p=2), "{:{}{}}".format("x", "^", 7), "{0:{1}}".format(5, "03"), "{:{{}}}".format(5) if False else "")
print("{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|{:.2}|{:5.1}|{:s}".format("abc", "abc", "abc", "abc", "abc", "abc", "abc", "abc"), "{:d} {:5d} {:05d} {:+d} {:,} {:_} {:x} {:#X} {:b} {:o} {:c} {:e} {:n}".format(1, 2, 3, 4, 5000, 6000, 255, 255, 5, 8, 97, 1000, 7))
print("{:>10}{:<10}|{:^10}".format(1, 2, 3), "{:=+7}".format(-5), "{:é>5}".format("x"), "{:😀^5}".format("x"), "{:}".format(5), "{:<}".format("a"), "{:0>5}".format("ab"), "{:05}".format("ab") if False else "", "{:,d} {:_x} {:_b}".format(10**12, 2**40, 300))
print("{a[b]}".format_map({"a": {"b": 3}}), "{x}".format_map(type("D", (dict,), {"__missing__": lambda s, k: f"<{k}>"})()), "{0}".format([1]), "{} {}".format(*"ab"), "{k}".format(**{"k": 1}), "{0!r:>8}".format("a"), "{:%Y}".format(P()))
for fmt, args in (("{}", ()), ("{0} {}", (1, 2)), ("{} {0}", (1, 2)), ("{a}", ()), ("{", ()), ("}", ()), ("{}}", (1,)), ("{0", (1,)), ("{!}", (1,)), ("{!x}", (1,)), ("{!rr}", (1,)), ("{0[}", (1,)), ("{0[]}", ([1],)), ("{0.}", (1,)), ("{0.x}", (1,)), ("{0[k]}", ({},)), ("{0[9]}", ([],)), ("{:d}", ("a",)), ("{:s}", (1,)), ("{:z}", (1,)), ("{:10**}", (1,)), ("{5}", (1,)), ("{-1}", (1,)), ("{0[-1]}", ([1],)), ("{:c}", (-1,)), ("{:,s}", ("a",)), ("{:,x}", (1,)), ("{:.3d}", (1,)), ("{:=5}", ("a",)), ("{:+}", ("a",)), ("{:#}", ("a",)), ("{:{:{}}}", (1, 2, 3)), ("{:99999999999999999999}", (1,)), ("{!r", (1,)), ("{a b}", ())):
    try: print(fmt, "=", fmt.format(*args))
    except (IndexError, KeyError, ValueError, AttributeError, TypeError, OverflowError) as error: print(fmt, "->", type(error).__name__, error)
print(format(5, ">5"), format("a"), format(None), format([1], ""), format(True, "d"), format(P(), "q"), format(object, "")[:8], (5).__format__("x"), "a".__format__("^3"))
print([format(n, s) for n in (0, 42, -42, 10**20) for s in ("d", "5", "<8", "+", " ", "08", "x", "#b", ",", "_", "e", ".2f", "%", "^+12,", "=+12", "c" if n == 42 else "d")])
