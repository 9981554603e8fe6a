"""Lengths up to what a machine word of 64 bits holds, asked once and in hot code."""


class Long:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


def hot(container):
    for _ in range(3000):
        length = len(container)
    return length


largest = 2**63 - 1
for container in (range(2**60), Long(largest), Long(2**53 + 1), Long(True), [1, 2], 'abc', range(largest)):
    print(len(container), hot(container))
for container in (range(2**63), Long(2**63), Long(-1), Long('x')):
    for ask in (len, hot):
        try:
            print(ask(container))
        except (OverflowError, ValueError, TypeError) as e:
            print(type(e).__name__, e)
