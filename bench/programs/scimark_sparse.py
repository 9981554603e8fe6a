"""Sparse matrix times vector in compressed rows: indirect indexing."""
import sys

SIZE = 180


def multiply(values, row_starts, columns, vector, result):
    for row in range(len(row_starts) - 1):
        total = 0.0
        for k in range(row_starts[row], row_starts[row + 1]):
            total += vector[columns[k]] * values[k]
        result[row] = total


def run(n=SIZE):
    size, per_row = 1000, 50
    values, columns, row_starts = [], [], [0]
    for row in range(size):
        step = max(row // per_row, 1)
        for k in range(per_row):
            columns.append((k * step + row) % size)
            values.append(((row * 7 + k * 13) % 97) / 97.0)
        row_starts.append(len(values))
    vector = [1.0 + i / size for i in range(size)]
    result = [0.0] * size
    for _ in range(n):
        multiply(values, row_starts, columns, vector, result)
    return f"{sum(result):.6f} {result[size // 2]:.6f}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
