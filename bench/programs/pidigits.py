"""Digits of pi from a stream of fractional linear transformations: growing ints."""
import sys

SIZE = 3000


def digits():
    """Gibbons' spigot: a matrix (q, r; 0, t) takes in terms until it is sure of the next digit."""
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < m * t:
            yield m
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2


def run(n=SIZE):
    source = digits()
    text = "".join(str(next(source)) for _ in range(n))
    return f"{text[:20]} … {text[-20:]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
