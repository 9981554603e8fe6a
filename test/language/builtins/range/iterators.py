# What iterators of ranges answer besides items, ranges past the machine's small ints, and reversal.
it = iter(range(5))
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, "end"))
it = iter(range(10, 0, -3)); it.__setstate__(2); print(list(it))
it = iter(range(4)); it.__setstate__(-7); print(next(it)); it.__setstate__(100); print(list(it))
big = range(2**60, 2**60 + 5, 2)
print(list(big), list(reversed(big)), big[1], big[-1], big[1:], big.index(2**60 + 4), big.count(2**60 + 1), 2**60 + 2 in big, 2.0**60 in big)
it = iter(range(2**53 - 2, 2**53 + 3)); print(list(it))
print(list(range(-(2**53) - 2, -(2**53) + 3)), list(range(2**53 + 2, 2**53 - 3, -2)), list(range(2**100, 2**100 + 3)), list(range(0, 2**200, 2**199)), list(range(2**70, 2**70)))
huge = range(-(10**30), 10**30, 7**20)
print(huge[10], huge[-1], huge[3:5], huge[::-1][0], 10**30 - 1 in huge, huge[10] in huge, huge.index(huge[12345]), bool(huge), huge == range(-(10**30), 10**30 - 1, 7**20))
print(type(reversed(range(3))) is type(iter(range(3))), list(reversed(range(0))), list(reversed(range(1, 10, 4))))
for code in ("huge[10**40]", "huge.index(5)", "range(10).index(3.0)", "range(10).index('x')", "range(10).count(True)", "range(3)[5]", "range(3)[:2][2]", "range(1.0)", "range(1, 2, 0)", "range(None)", "range('3')", "range(3)['a']", "iter(range(3)).__setstate__('x')", "hash(range(0)) == hash(range(5, 5))", "hash(range(3)) == hash(range(0, 3, 1))"):
    try: print(code, "=", eval(code))
    except (TypeError, ValueError, IndexError, OverflowError) as error: print(code, "->", type(error).__name__, error)
total = 0
for i in range(3):
    for j in range(i, 3): total += i * j
print(total, [i for i in range(10, -10, -4)], max(range(0)) if range(0) else "empty", sum(range(10**6)), min(range(5, 0, -2)))
