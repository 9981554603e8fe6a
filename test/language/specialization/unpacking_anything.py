# Unpacking what is neither a list nor a tuple, with and without a star, and displays with stars, in hot loops.
class Pair:
    def __init__(self, *items): self.items = items
    def __iter__(self): yield from self.items
def loop(n, value, many):
    for i in range(n):
        x, y = value
        a, *b, c = many
        *d, e = value
        f, *g = many
        s = {*many, *b, i % 2}
        m = {**{'i': i}, **{'x': x}, 'y': y}
        l = [*value, *s, 0]
    return x, y, a, b, c, d, e, f, g, sorted(s, key=str), m, l[:2]
for value in Pair(1, 2), 'ab', {3: 4, 5: 6}, range(7, 9), (1.5, 2.5), [1, 2], [1.5, 2.5], {7: 8, 9: 0}.items(), b'xy':
    for many in [1, 2, 3, 4], 'xyz', Pair(1, 2), (0.5, 1.5, 2.5):
        r = loop(120, value, many)
    print(r)

def caught(values):
    out = []
    for i in range(300):
        for v in values:
            try:
                a, b = v
                c, *d, e = v
                out.append((a, d))
            except (ValueError, TypeError, KeyError) as error:
                out.append(str(error))
    return out[-len(values):]
def failing():
    yield 1
    raise KeyError('in between')
class Fails:
    def __iter__(self): return failing()
print(caught(['ab', 'abc', '', Pair(1), Pair(1, 2, 3), 5, Fails(), (1, 2), [1]]))

def displays(values):
    out = []
    for i in range(300):
        for v in values:
            try: out.append({**v, 'i': 1})
            except (TypeError, KeyError) as error: out.append(str(error))
            try: out.append(len({*v, 1}))
            except (TypeError, KeyError) as error: out.append(str(error))
    return out[-2 * len(values):]
print(displays([{}, {'a': 1}, 5, [1], [[]], Fails()]))

global_count = 0
class Counts:
    def __iter__(self):
        global global_count, helper
        global_count += 1
        if global_count == 700: helper = lambda: 'changed'
        return iter((global_count, 2))
def helper(): return 'first'
def changing():
    seen = []
    for i in range(1000):
        a, b = Counts()
        if helper() not in seen: seen.append(helper()); seen.append(a)
    return seen
print(changing())
