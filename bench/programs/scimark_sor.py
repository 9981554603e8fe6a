"""Successive over-relaxation on a grid: neighbours in a list of lists of floats."""
import sys

SIZE = 300


def relax(grid, omega, sweeps):
    rows, columns = len(grid), len(grid[0])
    quarter = omega * 0.25
    rest = 1.0 - omega
    for _ in range(sweeps):
        for i in range(1, rows - 1):
            above, here, below = grid[i - 1], grid[i], grid[i + 1]
            for j in range(1, columns - 1):
                here[j] = quarter * (above[j] + below[j] + here[j - 1] + here[j + 1]) + rest * here[j]


def run(n=SIZE):
    edge = 100
    grid = [[float((i * 31 + j * 17) % 101) for j in range(edge)] for i in range(edge)]
    relax(grid, 1.25, n)
    return f"{sum(map(sum, grid)):.6f} {grid[50][50]:.6f}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
