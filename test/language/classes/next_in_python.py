"""Iterators written as classes, in hot loops: how they end, what else they raise, who sees it, and what changes under way."""
import sys
import traceback


class Count:
    def __init__(self, n):
        self.i = 0
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        i = self.i
        if i >= self.n:
            raise StopIteration
        self.i = i + 1
        return i


class WithValue(Count):
    def __next__(self):
        if self.i == self.n:
            raise StopIteration(self.n)
        self.i += 1
        return self.i


class Inner(Count):
    """Ends by what another iterator raises."""

    def __init__(self, n):
        self.source = iter(range(n))

    def __next__(self):
        return next(self.source) * 2


class Mine(StopIteration):
    pass


class OwnEnd(Count):
    def __next__(self):
        self.i += 1
        if self.i > self.n:
            raise Mine
        return self.i


class Fails(Count):
    def __next__(self):
        self.i += 1
        if self.i == self.n:
            raise ValueError(f"at {self.i}")
        return self.i


class Catches(Count):
    def __next__(self):
        try:
            if self.i >= self.n:
                raise StopIteration
        except StopIteration:
            self.n += 1
            if self.n > 40:
                raise
            return -1
        self.i += 1
        return self.i


class Looks(Count):
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return len(sys._getframe(1).f_code.co_name) + sys._getframe().f_lineno % 2


class Returns:
    """What it returns is an item, whatever it is."""

    def __init__(self):
        self.left = [None, NotImplemented, StopIteration, 0, False]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        return self.left.pop()


def total(source):
    t = 0
    for x in source:
        t += x
    else:
        t += 1000
    return t


def around(source):
    t = 0
    try:
        for x in source:
            t += x
    except StopIteration as e:
        return "the loop has let it out", e
    except ValueError as e:
        return t, str(e), [frame.name for frame in traceback.extract_tb(e.__traceback__)]
    return t, sys.exc_info()[1]


def nested(n):
    t = 0
    for a in Count(n):
        for b in Count(a):
            for c in WithValue(2):
                t += a * b + c
            if b == 5:
                break
    return t


def in_handler(n):
    try:
        raise KeyError("outer")
    except KeyError:
        t = total(Count(n))
        return t, repr(sys.exc_info()[1])


def inside(n):
    """As a generator, which must not let a StopIteration through as its own."""
    for x in Count(n):
        yield x
    for x in Inner(n):
        yield x


def collect(source):
    return [x for x in source]


for kind in Count, WithValue, Inner, OwnEnd, Catches, Looks:
    print(kind.__name__, [total(kind(k % 30)) for k in range(300)][-3:], total(kind(5000)), around(kind(20)))
print([around(Fails(k)) for k in (2, 5, 400)][-1], around(Fails(1)))
for _ in range(300):
    around(Fails(30))
print(around(Fails(31)))
print([nested(k) for k in range(20)][-1], sum(nested(9) for _ in range(200)))
print([in_handler(9) for _ in range(300)][-1])
print([sum(inside(k)) for k in range(300)][-1])
for _ in range(300):
    got = collect(Returns())
print(got, collect(Count(4)))
print(total([1, 2]), total(Count(3)), total(WithValue(3)), total(range(4)), [total(s) for s in (Count(2), Inner(3), OwnEnd(2)) for _ in range(100)][::100])


def changing(n):
    t = 0
    for i, x in enumerate(Count(n)):
        t += x
    source = Count(n)
    for x in source:
        t += x
        if x == n // 2:
            Count.__next__ = (Fails if n > 1000 else WithValue).__next__
            source.n = n + 10
    return t


original = Count.__next__
print(changing(10))
Count.__next__ = original
try:
    for _ in range(50):
        t = changing(3000)
        Count.__next__ = original
except ValueError as e:
    print(e)
Count.__next__ = original


def deep(n):
    return total(Count(3)) if n == 0 else deep(n - 1) + 1


print([deep(k % 50) for k in range(2000)][-1])


def unhandled():
    for x in Fails(700):
        pass


try:
    unhandled()
except ValueError as e:
    print([(frame.name, frame.lineno, frame.line) for frame in traceback.extract_tb(e.__traceback__)])
