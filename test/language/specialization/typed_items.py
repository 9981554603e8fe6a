"""Items of bytes, bytearray and array in hot loops: every kind, bounds, what does not fit, and kinds that change."""
from array import array


def recurrence(items, count):
    for i in range(count):
        items[i] = items[i] * 0.5 + items[i - 1]
    return items[0]


def masked(items, count):
    for i in range(count):
        items[i] = (items[i] + i) & 127
    return sum(items)


def mirrored(items):
    total = 0
    for i in range(len(items)):
        total += items[i] ^ items[-i]
    return total


def until_it_does_not_fit(items, step):
    try:
        for i in range(100_000):
            items[i % 10] = items[i % 10] + step
    except (OverflowError, ValueError) as error:
        return type(error).__name__, str(error), i, list(items)


def until_it_ends(items):
    try:
        for i in range(1000):
            items[i] = 1
    except IndexError as error:
        return str(error), i


def of_several_kinds(items):
    for i in range(500):
        items[i] = i if i < 400 else True
    for i in range(500):
        items[i] = float(i) if i % 2 else i
    return items[3], items[4], sum(items)


class Doubled(array):
    def __getitem__(self, index):
        return 2 * super().__getitem__(index)


for turn in range(3):
    print(recurrence(array('d', [1.0] * 1000 + [float('nan')]), 1001), recurrence(array('f', [0.1] * 300), 300))
    print([masked(array(code, [3] * 300), 300) for code in 'bBhHiIlLqQ'])
    print(mirrored(bytes(range(256))), mirrored(bytearray(range(256))), mirrored(array('q', range(256))))
    for code in 'bBhH':
        print(until_it_does_not_fit(array(code, [0] * 10), 2 ** 14), until_it_does_not_fit(array(code, [0] * 10), -1))
    print(until_it_does_not_fit(array('b', [0] * 10), 2 ** 20), until_it_does_not_fit(array('H', [0] * 10), 2 ** 17))
    print(until_it_does_not_fit(array('I', [0] * 10), -1), until_it_does_not_fit(bytearray(10), 1))
    print(until_it_ends(array('f', [0] * 10)), until_it_ends(bytearray(10)), until_it_ends(array('i', [0] * 500)))
    print(of_several_kinds(array('d', [0] * 500)))
    print(masked(Doubled('i', [3] * 10), 10))
