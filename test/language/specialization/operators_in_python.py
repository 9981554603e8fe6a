# Operators that methods in Python decide, hot enough to be compiled: what the methods answer, late, is what the operators make of it.
import sys
import traceback

log = []


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        log.append(("radd", other))
        return Vector(self.x + other, self.y + other)

    def __rmul__(self, factor):
        return Vector(factor * self.x, factor * self.y)

    def __isub__(self, other):
        if other is None:
            return NotImplemented
        self.x -= other
        return self

    def __sub__(self, other):
        return ("sub", self.x, other)

    def __eq__(self, other):
        if isinstance(other, Vector):
            return self.x == other.x and self.y == other.y
        return NotImplemented

    def __lt__(self, other):
        return self.x < other.x

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __invert__(self):
        return self.y

    def __call__(self, plus, more=0):
        return self.x + plus + more


class Box:
    def __init__(self, items):
        self.items = items
        self.truth = True

    def __len__(self):
        return len(self.items)

    def __contains__(self, item):
        return item in self.items

    def __getitem__(self, at):
        return self.items[at]

    def __setitem__(self, at, item):
        self.items[at] = item


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Size:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


def shown(work, *args):
    try:
        return work(*args)
    except Exception as error:
        frames = [(frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)[1:]]
        return type(error).__name__, str(error), frames


def sums(others):
    total = Vector(0, 0)
    for other in others:
        total = total + other
    return total.x, total.y


def scaled(factors, vector):
    for factor in factors:
        vector = factor * vector
    return vector.x, vector.y


def less(vector, others):
    for other in others:
        vector -= other
    return vector if isinstance(vector, tuple) else vector.x


def equals(vector, others):
    return sum([1 if vector == other else 100 for other in others])


def differs(vector, others):
    count = 0
    for other in others:
        if vector != other:
            count += 1
    return count


def smallest(vectors):
    best = vectors[0]
    for vector in vectors:
        if vector < best:
            best = vector
    return best.x


def turned(vector, count):
    for _ in range(count):
        vector = -vector
    return vector.x, ~vector


def called(vector, count, **keywords):
    total = 0
    for i in range(count):
        total += vector(i, **keywords) if keywords else vector(i)
    return total


def truths(values):
    count = 0
    for value in values:
        if value:
            count += 1
        if not value:
            count += 1000
    return count


def lengths(values):
    total = 0
    for value in values:
        total += len(value)
    return total


def members(box, items):
    found = 0
    for item in items:
        if item in box:
            found += 1
        if item not in box:
            found += 1000
    return found


def stored(box, places):
    for place in places:
        box[place] = place * 2
        box[place] = box[place] + 1
    return sum(box.items)


many = [Vector(i, -i) for i in range(1000)]
print(sums(many), shown(sums, many + [5]))
print(shown(sums, many + ["a"]), log)
print(scaled([2] * 50, Vector(1, 2)), scaled([0.5, 2] * 500, Vector(1, 2)), scaled([1j] * 4, Vector(1, 2)))
print(less(Vector(5, 0), [1] * 1000), less(Vector(5, 0), [1] * 1000 + [None]))
print(equals(Vector(1, 2), [Vector(1, 2), Vector(2, 1)] * 500), equals(Vector(1, 2), [Vector(1, 2)] * 900 + [3, None] * 50))
print(differs(Vector(1, 2), [Vector(1, 2), Vector(2, 1)] * 500))
print(smallest(many), shown(smallest, many + [Box([])]))
print(turned(Vector(1, 7), 1001), called(Vector(1, 7), 1000), called(Vector(1, 7), 1000, more=2))
print(shown(called, Vector("a", 7), 3))
print(truths([Truth(True), Truth(False)] * 500), shown(truths, [Truth(True)] * 500 + [Truth(1)]))
print(truths([Size(3), Size(0)] * 500), shown(truths, [Size(3)] * 500 + [Size(-1)]), shown(truths, [Size(1)] * 500 + [Size("1")]))
print(lengths([Size(3), Size(0)] * 500), shown(lengths, [Size(3)] * 500 + [Size(-1)]), lengths([Size(1)] * 500 + [Size(10**8)]))
print(members(Box([1, 2, 3]), [1, 9] * 500), members(Box("abc"), "abx" * 300), shown(members, Box("abc"), ["a"] * 900 + [1]))
box = Box([0] * 10)
print(stored(box, [i % 10 for i in range(1000)]), shown(stored, box, [1] * 1000 + [99]))


# A subclass of the left operand's class comes first.
class Special(Vector):
    def __radd__(self, other):
        return Vector(1000, 1000)


print(sums(many + [Special(1, 1)]), sums([Special(1, 1)] + many))


# What an operator calls can be exchanged at any time.
def exchanged(count):
    total = Vector(0, 0)
    for i in range(count):
        if i == count - 2:
            Vector.__add__ = lambda self, other: Vector(-1, other.x)
        if i == count - 1:
            Vector.__add__.__code__ = (lambda self, other: Vector(-2, other.x)).__code__
        total = total + Vector(i, i)
    return total.x, total.y


plus = Vector.__add__
print(exchanged(1000))
Vector.__add__ = plus


# The method is gone by the time it answers NotImplemented; what is asked then may use it again.
class Fickle:
    def __add__(self, other):
        if other.is_last:
            Fickle.__add__ = lambda self, other: "another"
            return NotImplemented
        return self


class Other:
    def __init__(self, is_last):
        self.is_last = is_last

    def __radd__(self, fickle):
        return ("radd", first_add(fickle, Other(False)) is fickle)


first_add = Fickle.__add__


def answered(others):
    fickle = Fickle()
    for other in others:
        fickle = fickle + other
    return fickle if isinstance(fickle, tuple) else type(fickle).__name__


print(answered([Other(False)] * 1000 + [Other(True)]))


# Methods look at frames, raise, and are left in their middle.
class Watched:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if other == 990:
            return sys._getframe().f_code.co_name, sys._getframe(1).f_lineno - watching.__code__.co_firstlineno
        if other == 980:
            raise ValueError(other)
        return Watched(self.value + other)

    def __lt__(self, limit):
        return self.value < limit and [self.value]


def watching(numbers):
    watched = Watched(0)
    for number in numbers:
        watched = watched + number
        if isinstance(watched, tuple):
            return watched
        if not watched < 10**6:
            break
    return watched.value


print(watching(range(900)), shown(watching, range(1000)))
print(watching([1] * 1000), watching([1] * 1000 + [990]), watching([10**5] * 1000))


def handled(numbers):
    watched = Watched(0)
    failed = 0
    for number in numbers:
        try:
            watched = watched + number
        except ValueError as error:
            failed += error.args[0]
    return watched.value, failed


print(handled([1, 980] * 500))


# In a module's own code there are no locals below the operands.
counter = Box([0])
for i in range(2000):
    counter[0] = i
    if counter == counter and i in counter:
        continue
    print("never")
print(counter.items)
