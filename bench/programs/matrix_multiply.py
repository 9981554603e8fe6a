"""Product of dense matrices of floats and of ints: nested lists, three loops, and zip with sum."""
import sys

SIZE = 115


def make(n, seed, number):
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(number(seed % 1000) / 8 if number is float else seed % 100)
        rows.append(row)
    return rows


def by_index(a, b):
    n = len(a)
    product = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0
            for k in range(n):
                total += a[i][k] * b[k][j]
            product[i][j] = total
    return product


def by_columns(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def trace(matrix):
    return sum(matrix[i][i] for i in range(len(matrix)))


def run(n=SIZE):
    floats = make(n, 1, float), make(n, 2, float)
    ints = make(n, 3, int), make(n, 4, int)
    return (f"{trace(by_index(*floats)):.3f} {trace(by_columns(*floats)):.3f} "
            f"{trace(by_index(*ints))} {trace(by_columns(*ints))}")


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
