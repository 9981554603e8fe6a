# range is a lazy sequence of ints of any size.
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(0, -5, -1), range(10**20, 10**20 + 3), range(2**53 - 2, 2**53 + 2), range(0, 10**30, 10**29 * 3)): print(r, len(r), list(r), r[0] if r else None, r[-1] if r else None, r.start, r.stop, r.step, bool(r), list(reversed(r))[:2], r[1:3], r[::-1], r[::2])
r = range(0, 20, 3)
print(9 in r, 10 in r, 9.0 in r, 9.5 in r, "a" in r, True in range(2), r.index(9), r.count(9), r.count(1), r[2], r[-2], r[1:-1], r[2:100:2], r == range(0, 21, 3), range(0) == range(5, 2), range(1, 4) == [1, 2, 3], hash(range(0)) == hash(range(3, 3)), {range(2): 1}[range(0, 2)], 10**19 in range(10**20), range(3) != range(4))
print(sum(range(101)), max(range(5)), min(range(3, 9)), sorted(range(3), reverse=True), list(map(str, range(3))), tuple(range(2)), [*range(2)], set(range(2)) == {0, 1}, dict(enumerate(range(2))), list(zip(range(3), range(5, 8))), any(range(1)), all(range(1, 5)))
a, *b = range(4); print(a, b)
class I:
    def __index__(self): return 3
print(list(range(I())), range(I(), 5)[0], range(True), range(5)[I()])
for code in ("range()", "range(1.5)", "range('a')", "range(1, 2, 0)", "range(1, 2, 3, 4)", "range(3)[3]", "range(3)[-4]", "range(3)['a']", "range(3)[1.0]", "range(3).index(7)", "range(3) + range(2)", "range(3) < range(4)", "range(3).start = 1", "range(3)[0] = 1", "range(None)", "range(stop=3)", "len(range(10**30))", "range(3).append", "class R(range): pass", "range(3)[::0]", "hash(range([]))"):
    try: exec(code); print(code, "fine")
    except (TypeError, ValueError, IndexError, AttributeError, OverflowError) as error: print(code, "->", type(error).__name__, error)
it = iter(range(3)); print(next(it), it.__length_hint__(), list(it), next(it, None), type(it).__name__, type(iter(range(10**30))).__name__)
for i in range(3):
    i = i * 10
    print(i, end=" ")
for i in range(10**20, 10**20 + 2): print(i)
total = 0
for i in range(2**53 - 1, 2**53 + 3): total += i
print(total, range(10**30)[10**29], range(5).__contains__(3), range(0, 5, 2).__reduce__()[1])
