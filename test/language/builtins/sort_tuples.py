"""Tuples sort as comparing them says, descending ones stably as well: many, few, and runs that are equal in some columns."""
import functools
import random

numbers = random.Random(3)
columns = [
    lambda: numbers.randrange(4),
    lambda: numbers.choice("abc"),
    lambda: numbers.choice([0.5, 1.5, float("inf"), -0.0, 0.0]),
    lambda: (numbers.randrange(3), numbers.choice("xy")),
    lambda: numbers.choice([1, 2.0, 3]),
]
compared = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))

for trial in range(60):
    chosen = [numbers.choice(columns) for _ in range(numbers.randrange(1, 5))]
    rows = [tuple(column() for column in chosen) for _ in range(numbers.choice([3, 17, 40, 200]))]
    for reverse in False, True:
        known = sorted(rows, key=compared, reverse=reverse)
        assert all(a is b for a, b in zip(sorted(rows, reverse=reverse), known)), (rows, reverse)

nan = float("nan")
print(sorted([(1, nan), (1, 2.0), (0, nan), (1, nan), (1, 1.0)] * 5)[:4])
try:
    sorted([(1, i % 3, "x" if i == 17 else i) for i in range(20)])
except TypeError as error:
    print(error)
print(sorted([(1, (2, i % 2)) for i in range(40)])[18:22])
