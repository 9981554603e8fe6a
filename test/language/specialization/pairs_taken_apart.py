"""Loops that take the pairs of enumerate, zip and dict.items() apart: what they get, how they end, and what happens in between."""


def numbered(source, start=0):
    t = 0
    for i, x in enumerate(source, start):
        t += i * 3 + x
    return t, i, x


def both(a, b):
    t = 0
    for x, y in zip(a, b):
        t = t * 7 % 1000003 + x - y
    return t


def items(d):
    t = ""
    for k, v in d.items():
        t += f"{k}{v}"
    return t[-40:]


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as e:
        return type(e).__name__, str(e), e.__traceback__.tb_next.tb_lineno


def gen(n):
    for i in range(n):
        yield i


for _ in range(400):
    a = numbered([1, 2, 3]), numbered(range(5)), numbered((1.5, 2))
    b = both([1, 2, 3], (4, 5)), both(range(3), range(9))
    c = items({"a": 1, "b": 2})
print(a, b, c)
print(numbered(range(1000), 2**53 - 3), numbered(gen(4)), numbered("1234".encode(), -2))
print(both(gen(5), gen(7)), both([], [1]), both({1: 2}, {3}))
print(attempt(numbered, []), attempt(numbered, ["a"]), attempt(numbered, gen(0)), attempt(both, [1, 2], [3, "x"]))
print(items({}), items({i: -i for i in range(200)}), items({(1, 2): None}))


def growing(n):
    d = dict.fromkeys(range(5), 0)
    t = 0
    for k, v in d.items():
        t += k
        d[k] = t
        if k == n:
            d["new"] = 1
    return t, d


print([attempt(growing, k % 9) for k in range(300)][-9:])


def changed_keys():
    d = {1: 1}
    for k, v in d.items():
        del d[k]
        d[k + 1] = v


print([attempt(changed_keys) for _ in range(300)][-1])


def consumed(n):
    """Who takes from the same iterator meanwhile is seen by the loop, and the other way round."""
    source = iter(range(n))
    pairs = zip(source, source)
    got = []
    for x, y in pairs:
        got.append((x, y))
        if x == 4:
            got.append(next(pairs))
    e = enumerate(range(n))
    for i, x in e:
        if i == 3:
            got.append((next(e), i))
            break
    got.append(list(e)[:2])
    return got


print([consumed(13) for _ in range(300)][-1])


def uneven():
    left = iter([1, 2, 3])
    for x, y in zip(left, [1]):
        pass
    return list(left)


print([uneven() for _ in range(300)][-1])


def strict(a, b):
    for x, y in zip(a, b, strict=True):
        pass
    return x


print([attempt(strict, [1] * (k % 3 + 1), [2, 2]) for k in range(300)][-3:])


def three(rows):
    return [attempt(lambda: [(a, b) for a, b in zip(*rows)])]


print([three([[1, 2]] * (2 + (k > 250))) for k in range(300)][::299])


def mixed(sources):
    t = 0
    for source in sources:
        for a, b in source:
            t += a + b
    return t


def sources():
    return [enumerate([1, 2]), zip([1], [2]), {3: 4}.items(), [(5, 6)], enumerate(gen(3)), iter([(7, 8)]), {1: 2, 3: 4}.items()]


print([mixed(sources()) for _ in range(300)][-1])
print([[k + v for k, v in {1: 2, 3: 4}.items()] + [i for i, x in enumerate("abc") if x != "b"] for _ in range(300)][-1])
nested = 0
for i, row in enumerate([[1, 2], [3, 4]] * 300):
    for j, (k, x) in enumerate(zip(row, range(9))):
        nested += i * j * k + x
print(nested)
