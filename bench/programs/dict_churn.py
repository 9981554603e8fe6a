"""Dicts and sets under load: insert, delete, update, merge, tuple and int and str keys, views, setdefault."""
import sys

SIZE = 280_000


def churn_ints(n):
    table = {}
    total = 0
    key = 1
    for i in range(n * 3):
        key = (key * 69069 + 1) & 0x3FFF
        if key in table:
            total += table.pop(key)
        else:
            table[key] = i
    return total + len(table)


def churn_tuples(n):
    grid = {}
    for i in range(n):
        cell = (i * 7 % 211, i * 13 % 223)
        grid[cell] = grid.get(cell, 0) + 1
    neighbours = 0
    for x, y in grid:
        neighbours += ((x + 1, y) in grid) + ((x, y + 1) in grid)
    return neighbours


def churn_strings(n):
    index = {}
    for i in range(n):
        index.setdefault(f"k{i % 997}", []).append(i)
    merged = dict(index)
    merged.update({name + "x": values[:1] for name, values in index.items()})
    merged |= {"k1": [0]}
    for name in [name for name in merged if name.endswith("5x")]:
        del merged[name]
    return len(merged), sum([values[0] for values in merged.values()])


def churn_sets(n):
    seen = set()
    for i in range(n):
        seen.add(i * i % 10007)
        seen.discard(i * 3 % 10007)
    odd = {x for x in seen if x & 1}
    return len(seen - odd), len(seen & odd), len(odd ^ set(range(100)))


def run(n=SIZE):
    return f"{churn_ints(n)} {churn_tuples(n)} {churn_strings(n)} {churn_sets(n)}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
