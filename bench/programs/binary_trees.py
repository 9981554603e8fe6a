"""Trees built and dropped: allocation of tuples and of instances, recursion."""
import sys

SIZE = 16


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def grow(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(grow(depth - 1), grow(depth - 1))


def pairs(depth):
    return (None, None) if depth == 0 else (pairs(depth - 1), pairs(depth - 1))


def count(tree):
    left, right = tree
    return 1 if left is None else 1 + count(left) + count(right)


def run(n=SIZE):
    kept = grow(n)
    lines = []
    for depth in range(4, n + 1, 4):
        rounds = 1 << (n - depth)
        total = sum(grow(depth).count() for _ in range(rounds))
        total += sum(count(pairs(depth)) for _ in range(rounds))
        lines.append(f"{rounds}x{depth}:{total}")
    return f"{' '.join(lines)} {kept.count()}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
