# The iterators of itertools answer, and complain, as in CPython.

from itertools import *


def show(code):
    try:
        print(code, "->", eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)


for code in (
    'cycle()',
    'cycle(1, 2)',
    'cycle(a=1)',
    "count('a')",
    "count(1, 'a')",
    'count(1, 2, 3)',
    'repeat()',
    'repeat(1, 2, 3)',
    "repeat(1, 'a')",
    'repeat(object=1, times=-3)',
    'repeat(1, 2)',
    'repeat(1)',
    'repeat(1).__length_hint__()',
    'accumulate()',
    'batched([1], 0)',
    'batched()',
    "list(batched('abc', 2, strict=True))",
    'chain(a=1)',
    'list(chain(1))',
    'combinations([1], -1)',
    'combinations([1])',
    "permutations([1], 'a')",
    'permutations([1], -1)',
    'permutations()',
    'dropwhile(1)',
    'islice([1])',
    "islice([1], 'a')",
    'islice([1], -1)',
    "islice([1], 1, 'a')",
    'islice([1], -1, 2)',
    'islice([1], 1, 2, 0)',
    "islice([1], 1, 2, 'a')",
    'islice(1, 1)',
    'pairwise()',
    'product(1)',
    'product(repeat=-1)',
    "product(repeat='a')",
    'product(x=1)',
    'list(starmap(pow, [1]))',
    'tee()',
    'tee([1], -1)',
    'tee([1], 2, 3)',
    'tee(1)',
    'zip_longest(a=1)',
    'zip_longest(1)',
    'groupby()',
    'groupby(1)',
    'compress()',
    "list(compress('abc', [1, 0, 1]))",
):
    show(code)
x, = tee([1, 2, 3], 1)
a, b = tee(x)
for code in (
    '(a is x, b is x, type(a))',
    'count(1.5)',
    'count(1, 1.0)',
    'count(1, -1)',
    'count(2 ** 70, 3)',
    'count(start=5)',
    'list(islice(count(True), 2))',
    'count(True)',
    'list(islice([1, 2, 3], True, None))',
    'islice([1], 2 ** 70)',
    'islice(a=1)',
):
    show(code)
class X(cycle):

    def __init__(self, *a, k=1):
        pass
for code in (
    'type(X([1], k=2))',
):
    show(code)
class X(accumulate):

    def __init__(self, *a, k=1):
        pass
for code in (
    'X([1], k=2)',
    'tee([1], 0)',
    'batched([1], 2 ** 70)',
    "batched([1], 'a')",
    'combinations([1], 2 ** 70)',
    'list(combinations([1, 2], 3))',
):
    show(code)
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(accumulate([])), list(batched('abcdefg', 3)), list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'c'])))
print(list(combinations('abcd', 2)), list(combinations_with_replacement('abc', 2)), list(permutations('abc')), list(permutations(range(4), 2))[-3:], list(product('ab', [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(combinations([], 0)), list(permutations([], 0)), list(combinations_with_replacement([], 1)))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, 2])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), [3, 2]])), list(islice(range(10), 2, 8, 3)), list(islice('abc', None)), list(pairwise('abcd')), list(pairwise('a')), list(zip_longest('abc', [1], fillvalue='-')), list(zip_longest()))
print([(k, list(g)) for k, g in groupby('aaabbc')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
g = groupby('aab')
k1, g1 = next(g)
k2, g2 = next(g)
print(list(g1), list(g2))
i = iter(range(10))
print(list(islice(i, 3)), next(i), list(islice(i, 5, 2)), list(i))
a, b, c = tee(range(4), 3)
print(next(a), next(a), list(b), list(c), list(a))
c = cycle([1, 2])
print([next(c) for _ in range(5)])
print(list(islice(cycle(''), 2)))
def gen():
    yield 1
    raise ValueError('boom')
for code in (
    'list(chain(gen(), [2]))',
    'list(zip_longest(gen(), [1, 2, 3]))',
    'list(pairwise(gen()))',
    'list(map(lambda x: next(iter([])), [1]))',
    'list(takewhile(lambda x: next(iter([])), [1]))',
    'list(starmap(lambda x: next(iter([])), [(1,)]))',
):
    show(code)
print(chain.__doc__[:30], chain.__text_signature__, accumulate.__text_signature__, batched.__text_signature__, tee.__text_signature__, repeat.__text_signature__, islice.__text_signature__, count.__text_signature__, cycle.__text_signature__)
class Reentering:
    count = 0
    def __iter__(self): return self
    def __next__(self):
        self.count += 1
        return next(pairs) if self.count in (2, 4) else self.count
pairs = pairwise(Reentering())
print([next(pairs) for _ in range(4)])
