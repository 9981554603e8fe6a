"""Two caches that forget what was used least recently: a linked list with a dict, and a dict that keeps its order."""
import sys

SIZE = 350_000


class Link:
    __slots__ = ("before", "after", "key", "value")


class LinkedCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.table = {}
        self.root = root = Link()
        root.before = root.after = root
        self.hits = self.misses = 0

    def get(self, key):
        link = self.table.get(key)
        if link is None:
            self.misses += 1
            return None
        self.hits += 1
        link.before.after = link.after
        link.after.before = link.before
        self.to_front(link)
        return link.value

    def to_front(self, link):
        root = self.root
        first = root.after
        link.before = root
        link.after = first
        root.after = first.before = link

    def put(self, key, value):
        if len(self.table) >= self.capacity:
            oldest = self.root.before
            oldest.before.after = self.root
            self.root.before = oldest.before
            del self.table[oldest.key]
        link = Link()
        link.key = key
        link.value = value
        self.table[key] = link
        self.to_front(link)


class OrderedCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.table = {}
        self.hits = self.misses = 0

    def get(self, key):
        table = self.table
        if key not in table:
            self.misses += 1
            return None
        self.hits += 1
        value = table.pop(key)
        table[key] = value
        return value

    def put(self, key, value):
        if len(self.table) >= self.capacity:
            del self.table[next(iter(self.table))]
        self.table[key] = value


def drive(cache, n):
    state = 17
    total = 0
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        wide, narrow = (state >> 7) % 1500, (state >> 12) % 150
        key = narrow if state & 64 else wide
        value = cache.get(key)
        if value is None:
            value = key * key
            cache.put(key, value)
        total += value & 15
    return cache.hits, cache.misses, total


def run(n=SIZE):
    one, other = drive(LinkedCache(400), n), drive(OrderedCache(400), n)
    if one != other:
        raise AssertionError("the caches differ")
    return one


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
