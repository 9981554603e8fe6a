# Lists, sets and tuples of everything that is a container, at once and into what has items already.
import collections
d = {1: 'a', 'b': 2, 3.5: None}
del d[1]
d[9] = 9
containers = ['', 'añ😀', 'plain', (), (1, 2.5), [1.5, 2.5], [], d, d.keys(), d.values(), d.items(), {7}, frozenset({8}), {}, set(),
              range(5), range(5, 0, -2), range(0), range(2**60, 2**60 + 3), range(2**53 - 3, 2**53 + 2), range(-1, -4, -1), range(5000),
              collections.OrderedDict(a=1), collections.Counter('aab'), reversed([1, 2]), b'ab', iter([3])]
def made(x):
    l = list(x) if not hasattr(x, '__next__') else list(x)
    return l
for each in containers[:-3] + containers[-2:-1]:
    l = list(each)
    m = [1, 2]; m.extend(each); m += each
    f = [1.5, 2.5]; f.extend(each)
    e = []; e += each; e.append('end')
    if len(l) < 20: print(l, m, f, e, sorted(map(str, set(each))) if not isinstance(each, str) else sorted(set(each)), tuple(each), [*each])
    else: print(len(l), l[-1], len(m), m[-1], len(f), len(set(each)), sum(l))
x = [1]; x.extend(x); x += x; print(x)
x = list('abc'); x[0] = 'z'; x.append(1.5); print(x, list('abc'))
y = list(range(3)); y[1] = 1.5; y.append(2**70); print(y, list(range(3)))
z = sorted('hello'); z.append(0); print(z, sorted((3, 1, 2)), sorted({3: 1, 1: 2}), sorted({5, 4}), sorted(range(3, 0, -1)))
nan = float('nan')
n = [nan, 1]
print(n == [nan, 1], n == [float('nan'), 1], n == list(n), [1, 2, 3] == [1, 2, 3.0], [1, 2] < [1, 2, 0], [1.5] == [1.5], [1, [2]] == [1, [2]], [0] == [False], [1] == [1.0])
class E:
    def __eq__(self, other): shared.clear(); return True
shared = [1, E(), 3]
print(shared == [1, 2, 3], shared)
print(list(range(10))[::-1], [1.5, 2.5, 3.5][::-1], [1, 2, 3, 4][3:0:-1], (1, 2, 3)[::-1], [1, 2, 3, 4, 5][::-2], [][::-1], [1, 2, 3][5:0:-1])
class L(list):
    def __iter__(self): return iter('over')
class D(dict):
    def __iter__(self): return iter('ridden')
class S(set):
    def __iter__(self): return iter('here')
class T(str):
    def __iter__(self): return iter('too')
print(list(L([1])), list(D(a=1)), list(S([1])), list(T('abc')), set(L([1])) == set('over'), tuple(D(a=1)), sorted(S([1])))
