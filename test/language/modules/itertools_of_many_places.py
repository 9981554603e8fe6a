"""Products, permutations and combinations of no to seven places: every tuple keeps what it was given, and stays at the end."""
from itertools import combinations, combinations_with_replacement, permutations, product

pools = "abcde", (1, 2.5, None, "x"), [True, 3, 1 << 70, float("inf")]
for pool in pools:
    for r in range(8):
        for make in combinations, combinations_with_replacement, permutations:
            if make is combinations_with_replacement and r > 5:
                continue
            iterator = make(pool, r)
            given = list(iterator)
            print(make.__name__, r, len(given), len(set(given)), given[:2], given[-2:], next(iterator, "end"))
            assert all(type(each) is tuple and len(each) == r for each in given)
            assert given == sorted(given, key=lambda each: [pool.index(item) for item in each])
for repeat in range(7):
    given = list(product((0, 1), repeat=repeat))
    print(repeat, len(given), given == sorted(given), len(set(given)), given[:2], given[-1])
print(list(product("ab", [1.5], (), "c")), list(product("ab", [1.5], (None, 2), "c")))
print(len(list(product("ab", [1.5, 2], (None, 2), "cd", [3, "x"], repeat=2))))
kept = []
for each in permutations([0.5, "a", 2, None, (1,)], 4):
    kept.append((each, "".join(map(str, each))))
print(all("".join(map(str, each)) == text for each, text in kept), kept[0], kept[-1])
