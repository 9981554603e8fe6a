# Calls by way of an instance, a partial or a class may be nested as deeply as those of functions.
import functools


class Countdown:
    def __init__(self, n=0, *, rest=None):
        self.rest = Countdown(n - 1) if n else rest

    def __call__(self, n, *rest, step=1):
        return self(n - step, *rest) + 1 if n else 0

    def __getitem__(self, n):
        return self[n - 1] + 1 if n else 0

    def __add__(self, n):
        return (self + (n - 1)) + 1 if n else 0


def counted(n, *, step=1):
    return functools.partial(counted, n - step)(step=1) + 1 if n else 0


@functools.cache
def remembered(n):
    return remembered(n - 1) + 1 if n else 0


for _ in range(3):
    print(Countdown()(900), Countdown()(900, step=2), counted(900), Countdown(900).rest is not None)
    print(Countdown()[400], Countdown() + 400, remembered(400), sorted([1, 2], key=Countdown()))
