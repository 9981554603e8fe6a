"""Loops over ranges, lists and tuples, whose iterators nobody else has, beside loops over iterators that somebody has."""


def repeat(function, *args):
    results = [function(*args) for _ in range(400)]
    print(function.__name__, results[0], all([result == results[0] for result in results]))


def grows():
    items = [1, 2, 3]
    total = 0
    for item in items:
        total += item
        if len(items) < 9:
            items.append(item * 2)
    return total, items


def shrinks():
    items = list(range(12))
    seen = []
    for item in items:
        seen.append(item)
        if item % 2 == 0:
            items.pop()
    return seen


def is_cleared():
    items = [1, 2, 3, 4]
    seen = []
    for item in items:
        seen.append(item)
        if item == 2:
            items.clear()
    items.append(5)
    return seen


def changes_storage():
    items = [0.5, 1.5, 2.5]
    seen = []
    for item in items:
        seen.append(item)
        if len(seen) == 2:
            items.append("text")
    return seen


def both_ways(items):
    total = 0
    for one in items:
        for other in items:
            if one != other:
                total += one * other
    return total


def shared():
    iterator = iter([1, 2, 3, 4, 5, 6])
    pairs = []
    for item in iterator:
        pairs.append((item, next(iterator)))
    return pairs


def shared_by_two_loops():
    iterator = iter(range(10))
    seen = []
    for item in iterator:
        seen.append(("outer", item))
        for inner in iterator:
            seen.append(("inner", inner))
            if inner % 3 == 0:
                break
    return seen


class Lender:
    """Gives the same iterator to all who ask."""
    def __init__(self, items):
        self.iterator = iter(items)

    def __iter__(self):
        return self.iterator


def lent():
    lender = Lender([1, 2, 3, 4, 5])
    seen = []
    for item in lender:
        seen.append(item)
        for other in lender:
            seen.append(-other)
            break
    return seen


def ranges(start, stop):
    return ([i for i in range(stop)], [i for i in range(start, stop)], [i for i in range(stop, start, -2)],
            [i for i in range(start, stop, 3)], [i for i in range(True, 3)], [i for i in range(stop, start)])


def beyond():
    total = 0
    for i in range(2**53 - 3, 2**53 + 2):
        total += i
    for i in range(2**70, 2**70 + 3):
        total -= i
    return total


def left_and_entered_again(values):
    """The sum is left at each value of another kind."""
    total = 0
    for value in values:
        for i in range(3):
            total = total + value * i
    return total


def caught():
    seen = []
    for divisor in (2, 0, 1, "x"):
        try:
            seen.append(10 // divisor)
        except ZeroDivisionError:
            seen.append("zero")
        except TypeError:
            seen.append("type")
    else:
        seen.append("end")
    return seen


def returns_from_within(items, wanted):
    for i, row in enumerate(items):
        for j in range(len(row)):
            if row[j] == wanted:
                return i, j
    return None


def generated():
    def numbers():
        for i in range(3):
            for text in ("a", "b"):
                yield text * i
        for number in [1.5, 2.5]:
            yield number
    return list(numbers()), [each for each in numbers()]


def of_any_kind():
    seen = []
    for iterable in ([1, 2], (3, 4), range(5, 7), {7: 8}, {9}, "ab", iter([10]), {11: 12}.items(), (x for x in (13,))):
        for item in iterable:
            seen.append(item)
    return seen


def nothing():
    return [x for x in []], [x for x in ()], [x for x in range(0)], [x for x in range(-3)], [x for x in range(5, 2)]


def locals_within():
    names = []
    for name in ("one", "two"):
        for i in range(2):
            names.append(sorted(locals()))
    return names[-1]


repeat(grows)
repeat(shrinks)
repeat(is_cleared)
repeat(changes_storage)
repeat(both_ways, [1, 2, 3])
repeat(both_ways, (1, 2, 3))
repeat(both_ways, range(1, 4))
repeat(shared)
repeat(shared_by_two_loops)
repeat(lent)
repeat(ranges, 2, 9)
repeat(ranges, -3, 4)
repeat(beyond)
repeat(left_and_entered_again, [1, 2, 0.5, 3, "ab"[:0] or 4, 2**60, True])
repeat(caught)
repeat(returns_from_within, [[1, 2], [3, 4, 5]], 5)
repeat(returns_from_within, [(1.0, 2.0), (3.0,)], 7)
repeat(generated)
repeat(of_any_kind)
repeat(nothing)
repeat(locals_within)


def with_another_range():
    return [i for i in range(3)]


print([with_another_range() for _ in range(400)][-1])
range = lambda n: [n, n]
print(with_another_range())
del range
print(with_another_range())
for wrong in (1.5, "3", None):
    try:
        for i in range(wrong):
            print(i)
    except TypeError as error:
        print(error)
