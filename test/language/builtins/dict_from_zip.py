# A dict of zipped keys and values takes the items as zip would give them.
from collections import Counter

print(dict(zip('abc', [1, 2, 3])), dict(zip('ab', [1, 2, 3])), dict(zip('abc', [1])), dict(zip()), dict(zip([], [1])))
keys, values = iter('abcd'), iter([1, 2])
print(dict(zip(keys, values)), list(keys), list(values))
keys, values = iter('a'), iter([1, 2])
print(dict(zip(keys, values)), list(keys), list(values))
print(dict(zip('aba', [1, 2, 3]), c=4), dict(zip([1, 1.0, True], 'xyz')))
for pairs in [lambda: zip('ab', [1], strict=True), lambda: zip('ab'), lambda: zip('ab', 'cd', 'ef'), lambda: zip([[]], [1]), lambda: zip('a', 1)]:
    try:
        print(dict(pairs()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Zip(zip):
    def __next__(self):
        return super().__next__()[::-1]


print(dict(Zip('ab', [1, 2])))


def failing():
    yield 1
    raise KeyError('values')


d = {}
try:
    d.update(zip('ab', failing()))
except KeyError as error:
    print(error, d)
d = {'a': 0}
d |= zip('ab', [1, 2])
print(d)
z = zip('abc', 'xyz')
next(z)
print(dict(z), list(z))


class Growing:
    def __init__(self, items):
        self.items = items

    def __hash__(self):
        if len(self.items) < 5:
            self.items.append(1)
        return 7

    def __eq__(self, other):
        return isinstance(other, Growing)


items = [1, 'a', 2.0, True]
items.append(Growing(items))
items.insert(0, items.pop())
print(sorted(Counter(items).values()), len(items))
print(Counter([1, 1.0, True, 'a', 'a', None]), Counter([float('nan')] * 2).total(), Counter([1.5, 1.5, 2.5]))


class Counting(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


print(Counting('aab'), Counting([1, 1]))
print('{}-{a}'.format(1, a=2), '{:>{w}}|'.format('x', w=4), '{0}{0}'.format('y'), '{:{}}|'.format('z', 3))
for text, args in [('{a}', (1,)), ('{}', ()), ('{1}', (1,)), ('{a}', ())]:
    try:
        print(text.format(*args))
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)
