# A variable that is written by way of `frame.f_locals` is read anew, however hot the code is that reads it: in the function itself, in one that
# was inlined into it, in callers, in generators, and where the call that wrote it has raised.
import sys


def poke(name, value, up=1):
    frame = sys._getframe(up)
    if name in frame.f_locals:
        frame.f_locals[name] = value
    return 1


def raising(name, value):
    poke(name, value, 2)
    raise ValueError


def itself(n, total=0):
    for i in range(n):
        total = total + i * 2
        if i == 7:
            poke('total', total + 1)
    return total


def on_the_stack(n, total=0):
    for i in range(n):
        total = total + poke('total', 40) + (i if i != 5 else poke('i', 3) + i)
    return total


def becomes_float(n, total=0.5):
    for i in range(n):
        total = total * 1.5
        if i % 4 == 3:
            poke('total', i)
    return total


def middle(n):
    m = n + 1
    poke('total', m, 2)
    poke('m', n)
    return m


def outer(n, total=0):
    for i in range(n):
        seen = middle(i)
        total = total + seen
    return total


def handled(n, total=0):
    other = 0
    for i in range(n):
        total = total + i
        try:
            if i % 3 == 2:
                other = total + 1
                raising('total', 100)
            total = total + 1
            if i % 3 == 1:
                raising('other', 5)
        except ValueError:
            total = total + other
    return total


def items(n, total=0):
    for i in range(n):
        total = total + i
        poke('total', total + 10)
        yield total


def deleted(n):
    value = 1
    for i in range(n):
        if i == 5:
            del value
            poke('value', 3)
            frame = sys._getframe()
            frame.f_locals['value'] = 7
        value = value + i
    return value


def shared(n, total=0):
    def add(i):
        nonlocal total
        total = total + i

    for i in range(n):
        add(i)
        if i % 4 == 2:
            poke('total', total + 100)
    return total


for f in (itself, on_the_stack, becomes_float, outer, handled, lambda n: list(items(n)), deleted, shared):
    found = [f(9) for _ in range(60)]
    print(f.__name__, found[0], all(each == found[0] for each in found))
