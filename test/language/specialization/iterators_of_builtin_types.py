# Hot loops over what has no form of its own, one kind after the other at the same place.
import itertools
class Zip(zip):
    def __next__(self): return ('mine',)
class Counts:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 5: raise StopIteration
        return self.n
d = {i: str(i) for i in range(300)}
def walk(iterable):
    n = 0
    for each in iterable: n += 1; last = each
    return n, last
def nested(makers):
    out = []
    for make in makers:
        for each in make(): last = each
        out.append(last)
    return out
makers = [lambda: d, d.keys, d.values, d.items, lambda: set(d), lambda: zip(d, d), lambda: enumerate(d), lambda: reversed(list(d)),
          lambda: map(str, d), lambda: 'añ', lambda: 'plain', lambda: b'bytes', lambda: reversed(d), lambda: itertools.product('ab', 'cd'),
          lambda: itertools.islice(zip(d, Zip(d)), 3), lambda: Zip(d) and Counts(), lambda: filter(None, d), lambda: (x for x in d), lambda: [1.5, 2.5], lambda: range(9)]
for make in makers:
    for i in range(30): r = walk(make())
    print(r)
for i in range(60): r = nested(makers)
print(r)
for i in range(60): r = nested([d.items, d.items])
print(r, nested(makers[::-1])[:3])

def grow(table, at):
    for key in table:
        if key == at: table[-1] = 0
def grow_set(items, at):
    for key in items:
        if key == at: items.add(-1)
for f, kind in (grow, dict), (grow_set, set):
    for i in range(40): f(kind(d), None)
    try: f(kind(d), 250)
    except RuntimeError as error: print(error, error.__traceback__.tb_next.tb_lineno - f.__code__.co_firstlineno)
def fails(x):
    if x == 290: raise ValueError(x)
    return x
def through(f):
    total = 0
    for x in map(f, d): total += x
    return total
for i in range(40): through(abs)
try: through(fails)
except ValueError as error: print(error, [error.__traceback__.tb_next.tb_lineno - through.__code__.co_firstlineno])


def numbers(count):
    for number in range(count):
        if number == 25:
            raise ValueError(number)
        yield number


def line_of_a_loop_that_raises():
    handled = 0
    try:
        for number in numbers(30):
            try:
                if number % 2:
                    missing
            except NameError:
                handled += 1
    except ValueError as error:
        return handled, error.__traceback__.tb_lineno - line_of_a_loop_that_raises.__code__.co_firstlineno


def frames_seen_from_a_key():
    import sys

    class Key:
        def __eq__(self, other):
            return seen.append(sys._getframe(1).f_lineno - first) is None and self is other

        def __hash__(self):
            return 1

    first = sys._getframe().f_lineno
    seen = []
    found = 0
    for turn in range(60):
        for group in zip([Key(), Key()], [Key(), Key()]):
            found += group[0] == group[1]
    return found, set(seen)


for _ in range(6):
    print(line_of_a_loop_that_raises(), frames_seen_from_a_key())
