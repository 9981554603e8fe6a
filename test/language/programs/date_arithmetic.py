# Calendars without a library: leap years, weekdays, ordinals, printing a month.
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def days_in(y, m): return DAYS[m - 1] + (m == 2 and leap(y))
def ordinal(y, m, d):
    if not (1 <= m <= 12 and 1 <= d <= days_in(y, m)): raise ValueError(f"{y}-{m}-{d} is no date")
    p = y - 1
    return p * 365 + p // 4 - p // 100 + p // 400 + sum(days_in(y, k) for k in range(1, m)) + d
def from_ordinal(n):
    y = (n - 1) // 366 + 1
    while ordinal(y + 1, 1, 1) <= n: y += 1
    n -= ordinal(y, 1, 1) - 1; m = 1
    while n > days_in(y, m): n -= days_in(y, m); m += 1
    return y, m, n
def weekday(*date): return (ordinal(*date) + 6) % 7
def month(y, m):
    names = "January February March April May June July August September October November December".split()
    lines = [f"{names[m - 1]} {y}".center(20).rstrip(), "Mo Tu We Th Fr Sa Su"]
    cells = ["  "] * weekday(y, m, 1) + [f"{d:2}" for d in range(1, days_in(y, m) + 1)]
    lines += [" ".join(cells[i:i + 7]) for i in range(0, len(cells), 7)]
    return "\n".join(lines)
print(month(2024, 2)); print(month(2026, 11))
print([y for y in range(1896, 1912) if leap(y)], ordinal(1, 1, 1), ordinal(2000, 1, 1), from_ordinal(738000), all(from_ordinal(ordinal(y, m, 1)) == (y, m, 1) for y in range(1, 2100, 37) for m in range(1, 13)))
print(ordinal(2024, 12, 25) - ordinal(2024, 2, 29), [(y, m) for y in range(2020, 2030) for m in range(1, 13) if weekday(y, m, 13) == 4][:8])
for bad in ((2023, 2, 29), (2024, 13, 1), (2024, 4, 31)):
    try: ordinal(*bad)
    except ValueError as e: print(e)
def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * l) // 451
    return divmod(h + l - 7 * m + 114, 31)
print([(m, d + 1) for m, d in map(easter, range(2020, 2030))])
