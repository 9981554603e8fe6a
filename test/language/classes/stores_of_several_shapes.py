"""A store that meets objects of several shapes, values of several kinds, and adds attributes on some of them."""


class Base:
    def __init__(self, value):
        self.value = value


class Left(Base):
    pass


class Right(Base):
    def __init__(self, value):
        self.other = value
        self.value = value


class Bare:
    pass


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def put(target, value):
    target.value = value


def store_everywhere(turns):
    targets = [Base(0), Left(0), Right(0), Bare(), Bare()]
    values = [1, 2.5, None, "text", float("nan")]
    for turn in range(turns):
        for target in targets:
            put(target, values[turn % len(values)])
        if turn % 7 == 0:
            targets[3] = Bare()
        if turn % 11 == 0:
            targets[4] = Left(turn)
    return [target.__dict__ for target in targets]


def mixed_points(turns):
    total = 0
    for turn in range(turns):
        point = Point(turn if turn % 2 else turn / 2, 0.5 if turn % 3 else 1)
        point.x += point.y
        total += point.x
        kept = point
    return total, kept.__dict__, type(kept.x).__name__


print(store_everywhere(500))
print(mixed_points(600))
first, second = Point(1, 1.5), Point(2.5, 1)
first.x, second.x = second.x, first.x
print(first.__dict__, second.__dict__)


class Counting(dict):
    def __delitem__(self, key):
        self.deleted = key
        super().__delitem__(key)


table = Counting(a=1)
for turn in range(300):
    table[turn] = turn
    if turn % 3 == 0:
        del table[turn]
print(len(table), table.deleted, table["a"])
print(bytes([65]) is b"A"[0:1], b"ab" == b"abc", {b"a": 1}[bytes([97])], hash(b"xy") == hash(bytes([120, 121])))
