"""Ways to place queens, with recursive generators, permutations written in Python and set comprehensions."""
import sys

SIZE = 8


def permutations(pool):
    """Orders of the pool, by swapping the head through every position."""
    if len(pool) <= 1:
        yield tuple(pool)
        return
    for index in range(len(pool)):
        rest = pool[:index] + pool[index + 1 :]
        for tail in permutations(rest):
            yield (pool[index],) + tail


def by_permutations(n):
    rows = range(n)
    for order in permutations(list(rows)):
        if len({order[i] + i for i in rows}) == n == len({order[i] - i for i in rows}):
            yield order


def by_extension(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from by_extension(n, placed + (column,))


def run(n=SIZE):
    slow = sum(1 for _ in by_permutations(n))
    fast = sum(order[0] for order in by_extension(n + 1))
    count = sum(1 for _ in by_extension(n + 1))
    return f"{slow} {fast} {count}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
