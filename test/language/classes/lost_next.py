"""A class that loses `__next__` while something iterates over its instance."""


class Countdown:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self


def step(self):
    self.count += 1
    if self.count == 2:
        del Countdown.__next__
    return self.count


def every(*functions):
    for function in functions:
        Countdown.__next__ = step
        try:
            print(function(Countdown()))
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)


def loop(iterable):
    for item in iterable:
        print("item", item)


def delegate(iterable):
    yield from iterable


every(
    list,
    loop,
    lambda i: list(enumerate(i)),
    lambda i: list(zip(i, "abc")),
    lambda i: list(map(str, i)),
    lambda i: list(filter(None, i)),
    lambda i: [*i],
    lambda i: [x for x in i],
    lambda i: list(delegate(i)),
    lambda i: (next(i), next(i), next(i)),
    lambda i: (next(i), next(i), iter(i)),
)


class Fresh:
    def __iter__(self):
        return self


try:
    iter(Fresh())
except TypeError as error:
    print(error)
Fresh.__next__ = lambda self: 1
print(next(iter(Fresh())))
