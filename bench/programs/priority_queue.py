"""A binary heap in Python, heapq beside it, and shortest paths on a grid with both."""
import heapq
import sys

SIZE = 200


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        at = len(items) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if not item < items[parent]:
                break
            items[at] = items[parent]
            at = parent
        items[at] = item

    def pop(self):
        items = self.items
        last = items.pop()
        if not items:
            return last
        top = items[0]
        size = len(items)
        at = 0
        while True:
            child = 2 * at + 1
            if child >= size:
                break
            if child + 1 < size and items[child + 1] < items[child]:
                child += 1
            if not items[child] < last:
                break
            items[at] = items[child]
            at = child
        items[at] = last
        return top


class Library:
    def __init__(self):
        self.items = []

    def push(self, item):
        heapq.heappush(self.items, item)

    def pop(self):
        return heapq.heappop(self.items)


def terrain(side):
    return [[1 + (x * x * 7 + y * 13 + x * y * 3) % 9 for x in range(side)] for y in range(side)]


def shortest(cost, queue):
    side = len(cost)
    best = {(0, 0): 0}
    done = set()
    queue.push((0, (0, 0)))
    while queue.items:
        distance, place = queue.pop()
        if place in done:
            continue
        done.add(place)
        x, y = place
        for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            nx, ny = near
            if 0 <= nx < side and 0 <= ny < side:
                reached = distance + cost[ny][nx]
                if reached < best.get(near, 1 << 30):
                    best[near] = reached
                    queue.push((reached, near))
    return best[side - 1, side - 1], sum(best.values())


def drain(queue, count):
    state = 5
    for _ in range(count):
        state = (state * 69069 + 1) & 0xFFFFFFFF
        queue.push(state >> 8)
    total = 0
    for index in range(count):
        total = (total * 3 + queue.pop() + index) % 1000003
    return total


def run(n=SIZE):
    cost = terrain(n)
    paths = [shortest(cost, kind()) for kind in (Heap, Library)]
    drained = [drain(kind(), n * 200) for kind in (Heap, Library)]
    if paths[0] != paths[1] or drained[0] != drained[1]:
        raise AssertionError("the heaps differ")
    return f"{paths[0]} {drained[0]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
