"""Escape times of the Mandelbrot set, once on floats and once on complex numbers."""
import sys

SIZE = 320


def escape_floats(cr, ci, limit):
    x = y = 0.0
    for step in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return step
        y = 2.0 * x * y + ci
        x = xx - yy + cr
    return limit


def escape_complex(c, limit):
    z = 0j
    for step in range(limit):
        if abs(z) > 2.0:
            return step
        z = z * z + c
    return limit


def run(n=SIZE):
    total = 0
    for row in range(n):
        ci = 3.0 * row / n - 1.5
        for column in range(n):
            total += escape_floats(3.0 * column / n - 2.1, ci, 100)
    coarse = 0
    for row in range(0, n, 2):
        for column in range(0, n, 2):
            coarse += escape_complex(complex(3.0 * column / n - 2.1, 3.0 * row / n - 1.5), 100)
    return f"{total} {coarse}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
