# Roman numerals both ways, with checks.
SYMBOLS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def to_roman(n):
    if not 0 < n < 4000: raise ValueError(f"{n} is out of range")
    out = []
    for value, symbol in SYMBOLS:
        count, n = divmod(n, value)
        out.append(symbol * count)
    return "".join(out)
def from_roman(s):
    values = dict((b, a) for a, b in SYMBOLS if len(b) == 1)
    total = 0
    for here, after in zip(s, s[1:] + "I"):
        total += -values[here] if values[here] < values[after] else values[here]
    if to_roman(total) != s: raise ValueError(f"{s!r} is not canonical")
    return total
print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)), max((to_roman(n) for n in range(1, 4000)), key=len))
for bad in ("IIII", "VX", "ABC", "", "IC"):
    try: print(from_roman(bad))
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
for bad in (0, 4000, -1):
    try: to_roman(bad)
    except ValueError as e: print(e)
