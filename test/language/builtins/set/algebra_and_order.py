# What set algebra makes is iterated in CPython's order, found in, added to and taken from, at once or later.
a = set(range(50))
b = set(range(25, 75))
scattered = {i * 7919 % 1009 for i in range(60)}
spread = {i * 64 for i in range(40)}  # every item wants the same slots

for left, right in (a, b), (a, scattered), (scattered, spread), (spread, b), (spread, {64, 3, 2048}):
    for result in left & right, left - right, left | right, left ^ right, left.union(right, a, left):
        print(len(result), list(result))
        print(64 in result, result <= left, left >= result)
        result.add(1000)
        result.add(64)
        result.discard(64)
        result |= {3, 2, 1}
        print(list(result), list(result & spread))

words = {'word %d' % i for i in range(40)}
more = {'word %d' % i for i in range(20, 60)}
for result in words & more, words - more, words | more, words ^ more, words.union(more, ['word 0', 'other']):
    result.add('word 3')
    result.add('new')
    result.discard('word 30')
    print(len(result), sorted(result)[:3], 'word 30' in result, 'word 20' in result, 'new' in result, 7 in result)
    result.add(7)
    print(7 in result, 7.0 in result, 'new' in result, len(result | words))

mixed = {1, 'one', (1,), 1.5, None}
print(mixed & {1.0, (1,), 'two'} == {1, (1,)}, mixed - {1.0, 'one'} == {(1,), 1.5, None}, mixed | {True} == mixed)
print(sorted(map(str, mixed & {'one', 1, 'two'})), frozenset(a) & b == b & a, type(frozenset(a) & b), type(b - frozenset(a)))
