# Each frame counts towards the limit of recursion, however hot the code is: those of calls that are inlined, and those of generators that are resumed.
import sys

sys.setrecursionlimit(200)


def tick(n):
    return n


def plain(n):
    return plain(tick(n) + 1)


def leaf(n):
    return n + 1


def outer(n):
    return inner(leaf(n))


def inner(n):
    tick(n)
    return outer(n)


def items(n):
    tick(n)
    for item in items(n + 1):
        yield item


def delegating(n):
    tick(n)
    yield from delegating(n + 1)


class Node:
    def walk(self, n):
        return self.step(leaf(n))

    def step(self, n):
        return self.walk(tick(n))


def caught(n):
    try:
        return caught(n + 1)
    except RecursionError:
        return n


def run(f):
    """How many frames there were, and in which it ended."""
    try:
        f()
    except RecursionError as e:
        frames, t = 0, e.__traceback__
        while t.tb_next is not None:
            frames, t = frames + 1, t.tb_next
        return frames, t.tb_frame.f_code.co_name, str(e)


expected = run(lambda: plain(0))[0]
node = Node()
for f in (
    lambda: plain(0),
    lambda: outer(0),
    lambda: list(items(0)),
    lambda: [*delegating(0)],
    lambda: node.walk(0),
):
    found = [run(f) for _ in range(40)]
    frames, name, text = found[0]
    print(frames - expected, name, text, [each for each in found if each != found[0]])


def depth(n):
    return caught(n)


for f in (caught, depth):
    print(f.__name__, len({f(0) for _ in range(40)}))
