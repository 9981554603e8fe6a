"""Sorting: ints, floats, strings and records, with key functions, reversed, by tuples, and by rich comparison."""
import functools
import operator
import sys

SIZE = 80_000


@functools.total_ordering
class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __eq__(self, other):
        return self.major == other.major and self.minor == other.minor

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)


def run(n=SIZE):
    state = 2024
    records = []
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        records.append(((state >> 8) % 5000, (state >> 4) % 977 / 8, f"name{(state >> 10) % 3000:04}", i))
    ints = sorted([r[0] for r in records])
    floats = sorted([r[1] for r in records], reverse=True)
    names = sorted([r[2] for r in records])
    by_lambda = sorted(records, key=lambda r: (r[0] % 10, -r[1]))
    by_getter = sorted(records, key=operator.itemgetter(2, 0))
    by_tuple = sorted(records)
    versions = [Version(r[0] % 40, r[3] % 50) for r in records[: n // 4]]
    versions.sort()
    by_comparison = sorted(records[: n // 4], key=functools.cmp_to_key(lambda a, b: a[3] % 100 - b[3] % 100 or a[0] - b[0]))
    words = sorted(names, key=len)
    words.sort(key=str.upper, reverse=True)
    return (f"{ints[n // 2]} {floats[n // 3]} {names[n // 5]} {by_lambda[n // 2][3]} {by_getter[n // 2][3]} "
            f"{by_tuple[n // 2][3]} {versions[n // 8].major}.{versions[n // 8].minor} {by_comparison[n // 9][3]} {words[0]}")


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
