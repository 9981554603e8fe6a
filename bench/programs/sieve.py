"""Primes by crossing out: list stores at a stride, a while loop, and a slice-assigning bytearray version."""
import sys

SIZE = 3_000_000


def by_items(limit):
    crossed = [False] * (limit + 1)
    count = 0
    total = 0
    for number in range(2, limit + 1):
        if crossed[number]:
            continue
        count += 1
        total += number
        multiple = number * number
        while multiple <= limit:
            crossed[multiple] = True
            multiple += number
    return count, total


def by_slices(limit):
    prime = bytearray([1]) * (limit + 1)
    prime[0] = prime[1] = 0
    number = 2
    while number * number <= limit:
        if prime[number]:
            prime[number * number :: number] = bytes(len(range(number * number, limit + 1, number)))
        number += 1
    return sum(prime)


def run(n=SIZE):
    count, total = by_items(n)
    return f"{count} {total} {by_slices(n)}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
