"""A site that had a class attribute of objects without attributes meets the fields of a namedtuple; items are stored where lists' were."""
from array import array
from collections import namedtuple


class Empty(tuple):
    __slots__ = ()
    name = 'of the class'


Field = namedtuple('Field', 'name')


def name_of(each):
    return each.name


def store(items, index, value):
    items[index] = value


def names(turns):
    seen = set()
    for _ in range(60):
        seen.add(name_of(Empty()))
    for _ in range(turns):
        seen.add(name_of(Field('of the tuple')))
    seen.add(name_of(Empty()))
    return sorted(seen)


def stored(turns):
    containers = [0] * 4, {0: 0}, bytearray(4), array('d', [0] * 4)
    for container in containers:
        for turn in range(turns):
            store(container, turn % 4, turn % 7)
    return containers


print(names(500), stored(200))
