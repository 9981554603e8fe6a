"""Coroutines under a small scheduler of our own: await chains, async iterators and context managers, a queue."""
import sys

SIZE = 40_000


class Suspend:
    """What a coroutine awaits to let the others run."""

    def __await__(self):
        return (yield self)


class Queue:
    def __init__(self):
        self.items = []

    async def put(self, item):
        while len(self.items) >= 8:
            await Suspend()
        self.items.append(item)

    async def get(self):
        while not self.items:
            await Suspend()
        return self.items.pop(0)


class Section:
    def __init__(self, log):
        self.log = log

    async def __aenter__(self):
        await Suspend()
        self.log[0] += 1
        return self

    async def __aexit__(self, kind, error, traceback):
        await Suspend()
        self.log[1] += 1
        return False


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def numbers(limit):
    for number in range(limit):
        if number % 16 == 0:
            await Suspend()
        yield number


async def producer(queue, count):
    for number in range(count):
        await queue.put(number)
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def depth(level):
    if level == 0:
        await Suspend()
        return 1
    return await depth(level - 1) + 1


async def worker(log, count):
    total = 0
    for _ in range(count // 50):
        async with Section(log):
            total += await depth(10)
    async for value in Countdown(count):
        total += value & 3
    async for value in numbers(count):
        total += value & 1
    return total + sum([value async for value in numbers(count) if value % 5 == 0])


def schedule(coroutines):
    """Round robin until all have returned."""
    results = {}
    ready = list(enumerate(coroutines))
    switches = 0
    while ready:
        waiting = []
        for name, coroutine in ready:
            switches += 1
            try:
                coroutine.send(None)
            except StopIteration as stop:
                results[name] = stop.value
            else:
                waiting.append((name, coroutine))
        ready = waiting
    return [results[name] for name in sorted(results)], switches


def run(n=SIZE):
    log = [0, 0]
    queue = Queue()
    tasks = [worker(log, n) for _ in range(10)]
    tasks += [producer(queue, n * 4), consumer(queue)]
    results, switches = schedule(tasks)
    return f"{results[0]} {results[-1]} {switches} {log}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
