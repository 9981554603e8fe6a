"""An operator that changes its left operand goes on doing so when it has been executed often."""
from array import array
from collections import Counter, OrderedDict, deque


def by_or(left, right):
    left |= right
    return left


def by_and(left, right):
    left &= right
    return left


def by_sub(left, right):
    left -= right
    return left


def by_xor(left, right):
    left ^= right
    return left


def by_add(left, right):
    left += right
    return left


def by_mul(left, right):
    left *= right
    return left


def often(operation, make, right):
    results = set()
    for _ in range(300):
        left = make()
        result = operation(left, right)
        results.add(f'{result is left} {left!r} {result!r}')
    print(operation.__name__, *results)


often(by_or, lambda: {1}, {2})
often(by_and, lambda: {1, 2}, {2})
often(by_sub, lambda: {1, 2}, {2})
often(by_xor, lambda: {1, 2}, {2})
often(by_or, lambda: frozenset({1}), frozenset({2}))
often(by_or, lambda: {1: 1}, {2: 2})
often(by_or, lambda: OrderedDict(a=1), OrderedDict(b=2))
often(by_or, lambda: Counter('aab'), Counter('b'))
often(by_add, lambda: [1], [2])
often(by_add, lambda: (1,), (2,))
often(by_add, lambda: bytearray(b'a'), bytearray(b'b'))
often(by_add, lambda: deque([1]), deque([2]))
often(by_add, lambda: array('i', [1]), array('i', [2]))
often(by_add, lambda: b'a', b'b')
often(by_mul, lambda: [1], 2)
often(by_mul, lambda: bytearray(b'a'), 2)
often(by_add, lambda: 1.5, 2.5)
often(by_or, lambda: 5, 2)
