# What is called by way of an instance, a partial or a class.
import functools


class Countdown:
    def __call__(self, n, *rest, step=1):
        return self(n - step, *rest) + 1 if n else 0


def counted(n, *, step=1):
    return functools.partial(counted, n - step)(step=1) + 1 if n else 0


class Meta(type):
    def __call__(cls, *args, **keywords):
        return 'made by', cls.__name__, args, keywords


class Made(metaclass=Meta):
    def __init__(self, *args): print('never')


class Twice(functools.partial):
    def __call__(self, *args): return super().__call__(*args), super().__call__(*args)


class Static:
    @staticmethod
    def __call__(*args): return args


class Borrowed:
    __call__ = functools.partial(lambda *args: args, 'first')


class Wrong:
    def __init__(self, x, y=1): return x


for _ in range(5):
    print(Made(1, a=2), Twice(max, 3)(1, 5), Static()(1), Borrowed()(2)[::2], functools.partial(Countdown().__call__, 3)())
    for make in (lambda: Wrong(None) and 1, lambda: Wrong(1), lambda: Wrong(), lambda: Countdown()(), lambda: functools.partial(counted)(1, 2), lambda: Wrong(x=2)):
        try:
            print(make())
        except TypeError as error:
            print(error)
