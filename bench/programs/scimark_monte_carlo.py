"""Area of a quarter circle by random points: a random generator object with a ring of ints, called per number."""
import sys

SIZE = 900_000


class LaggedRandom:
    """A lagged Fibonacci generator over seventeen numbers below 2**31."""

    def __init__(self, seed):
        self.ring = []
        for _ in range(17):
            seed = (seed * 9069 + 1) % 2147483647
            self.ring.append(seed)
        self.first = 4
        self.second = 16

    def next(self):
        first, second, ring = self.first, self.second, self.ring
        value = ring[first] - ring[second]
        if value < 0:
            value += 2147483647
        ring[second] = value
        self.first = first - 1 if first > 0 else 16
        self.second = second - 1 if second > 0 else 16
        return value / 2147483647


def run(n=SIZE):
    source = LaggedRandom(113)
    inside = 0
    for _ in range(n):
        x = source.next()
        y = source.next()
        if x * x + y * y <= 1.0:
            inside += 1
    return f"{inside} {4.0 * inside / n:.6f}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
