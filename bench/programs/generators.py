"""Generators in pipelines, over trees with yield from, and as two-way conversations."""
import sys

SIZE = 180_000


def count(limit):
    number = 0
    while number < limit:
        yield number
        number += 1


def keep(wanted, source):
    for item in source:
        if wanted(item):
            yield item


def pairs(source):
    iterator = iter(source)
    for first in iterator:
        second = next(iterator, None)
        if second is None:
            return
        yield first, second


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(build(low, middle), middle, build(middle + 1, high))


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def delegate(results):
    while True:
        results.append((yield from averager()))


def run(n=SIZE):
    chained = sum(a * b % 7 for a, b in pairs(keep(lambda x: x % 3, count(n * 3))))
    tree = build(0, n)
    walked = sum(value for value in tree)
    results = []
    talk = delegate(results)
    next(talk)
    last = 0.0
    for value in range(n * 2):
        if value % 100 == 99:
            talk.send(None)
        else:
            last = talk.send(value)
    lazy = sum(x * x for x in (y + 1 for y in range(n * 3)) if x & 1)
    return f"{chained} {walked} {len(results)} {last} {lazy}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
