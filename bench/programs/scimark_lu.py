"""LU factorization with partial pivoting, then a solution: rows that are swapped and subtracted."""
import sys

SIZE = 32


def factor(a, pivots):
    n = len(a)
    for column in range(n):
        best = column
        largest = abs(a[column][column])
        for row in range(column + 1, n):
            size = abs(a[row][column])
            if size > largest:
                best, largest = row, size
        pivots[column] = best
        if a[best][column] == 0.0:
            raise ZeroDivisionError("the matrix is singular")
        if best != column:
            a[best], a[column] = a[column], a[best]
        pivot_row = a[column]
        inverse = 1.0 / pivot_row[column]
        for row in range(column + 1, n):
            target = a[row]
            factor = target[column] * inverse
            target[column] = factor
            for k in range(column + 1, n):
                target[k] -= factor * pivot_row[k]


def solve(a, pivots, b):
    n = len(a)
    x = b[:]
    for i in range(n):
        p = pivots[i]
        x[i], x[p] = x[p], x[i]
    for i in range(n):
        for j in range(i):
            x[i] -= a[i][j] * x[j]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            x[i] -= a[i][j] * x[j]
        x[i] /= a[i][i]
    return x


def run(n=SIZE):
    size = 80
    total = 0.0
    for seed in range(1, n + 1):
        matrix = []
        for _ in range(size):
            row = []
            for _ in range(size):
                seed = (seed * 1664525 + 1013904223) % 4294967296
                row.append(seed / 4294967296 - 0.5)
            matrix.append(row)
        b = [float(i % 7) for i in range(size)]
        work = [row[:] for row in matrix]
        pivots = [0] * size
        factor(work, pivots)
        x = solve(work, pivots, b)
        total += max(abs(sum(m * v for m, v in zip(row, x)) - r) for row, r in zip(matrix, b)) < 1e-9
        total += round(x[0], 6)
    return f"{total:.5f}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
