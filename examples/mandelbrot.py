"""The Mandelbrot set in characters: mandelbrot.py [WIDTH]"""
import sys

SHADES = " .:-=+*#%@"


def escape(c, limit=200):
    z = 0j
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


def row(y, width, height):
    for x in range(width):
        n = escape(complex(3.2 * x / width - 2.3, 2.4 * y / height - 1.2))
        yield SHADES[min(n.bit_length(), len(SHADES) - 1)]


if __name__ == "__main__":
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 78
    height = width * 2 // 5
    for y in range(height):
        print("".join(row(y, width, height)).rstrip())
