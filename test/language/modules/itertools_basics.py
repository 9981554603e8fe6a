# Every itertools function, with edge cases.
from itertools import *
import operator
print(list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), list(islice(count(10, -3), 3)), list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(islice(repeat("x"), 2)), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], operator.mul, initial=10)), list(accumulate([])), list(accumulate([], initial=0)))
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(None, [0, 1, ""])), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abc")), list(batched("abcde", 2)), list(zip_longest("ab", "c", fillvalue="-")), list(zip_longest()))
print([(k, list(g)) for k, g in groupby("aabbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(islice("abcdef", 2)), list(islice("abcdef", 1, 5, 2)), list(islice("abc", None)), list(islice("abc", 5, 9)), list(islice(iter("abcdef"), 2, None)))
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("a", "")), list(permutations("abc", 2)), list(permutations([1, 2])), list(permutations("ab", 3)), list(combinations("abcd", 2)), list(combinations("ab", 0)), list(combinations_with_replacement("ab", 2)))
a, b, c = tee([1, 2, 3], 3); print(list(a), next(b), list(c), list(b), tee([], 0))
g = groupby("aab"); k1, g1 = next(g); k2, g2 = next(g); print(k1, list(g1), k2, list(g2))
print(next(count()), count(5), count(1.5, 2), repeat(3), repeat(3, 2), repeat(5, 4).__length_hint__(), type(chain()).__name__, list(batched(range(4), 2, strict=True)))
for code in ("islice('a', -1)", "islice('a', 1, 2, 0)", "islice('a')", "islice('a', 'b')", "list(islice(5, 1))", "list(batched('abc', 2, strict=True))", "batched('a', 0)", "combinations('ab', -1)", "permutations('ab', -1)", "product('a', repeat=-1)", "repeat()", "count('a')", "cycle(5)", "chain(5)", "list(chain(5))", "list(chain.from_iterable([5]))", "tee([], -1)", "list(starmap(pow, [5]))", "zip_longest('a', x=1)", "groupby()", "accumulate(5)", "list(accumulate(['a', 1]))", "list(compress('ab', 5))", "next(iter(cycle([])))", "list(pairwise([1]))", "dropwhile(1)", "list(dropwhile(1, [1]))", "list(repeat(1, -5))", "product(5)", "next(islice([], 0))"):
    try: print(code, eval(code) if "list" in code or "next" in code else type(eval(code)).__name__)
    except (ValueError, TypeError, StopIteration) as error: print(code, "->", type(error).__name__, error)
def primes():
    seen = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, seen)): seen.append(n); yield n
print(list(islice(primes(), 10)), sum(1 for _ in combinations(range(20), 3)), len(list(permutations(range(6)))), ["".join(p) for p in product("01", repeat=3)])
