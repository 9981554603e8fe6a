# heapq and bisect.
import heapq, bisect
h = []
for x in (5, 1, 8, 3, 2): heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 10), h, [heapq.heappop(h) for _ in range(len(h))])
l = [9, 4, 7, 1]; heapq.heapify(l); print(l, heapq.nlargest(2, l), heapq.nsmallest(2, l, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "b", reverse=True)), heapq.nlargest(0, l), heapq.nsmallest(99, l))
m = [3, 1, 2]; heapq.heapify_max(m); heapq.heappush_max(m, 9); print(m, heapq.heappop_max(m), m)
t = []; heapq.heappush(t, (2, "b")); heapq.heappush(t, (1, "z")); heapq.heappush(t, (1, "a")); print(heapq.heappop(t), t)
for code in ("heapq.heappop([])", "heapq.heapify(5)", "heapq.heappush((), 1)", "heapq.heapify([1, 'a'])", "heapq.heapreplace([], 1)", "heapq.heappushpop([], 1)"):
    try: print(code, eval(code))
    except (IndexError, TypeError) as error: print(code, "->", type(error).__name__, error)
a = [1, 3, 3, 5]; print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect_left(a, 0), bisect.bisect(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect_left(a, 3, 0, 1), bisect.bisect([5, 3, 1], -3, key=lambda x: -x)); bisect.insort(a, 4); bisect.insort_left(a, 3); print(a)
try: bisect.bisect(a, 3, -1)
except ValueError as error: print(error)
try: bisect.bisect(a, "x")
except TypeError as error: print(error)
print([("F", "D", "C", "B", "A")[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)])
for code in ("bisect.bisect(a, 3, 'x')", "bisect.bisect(a, 3, None)", "bisect.bisect(a, 3, 0, 'x')", "bisect.bisect(a, 3, 0, 1.5)", "bisect.insort(a, 3, hi=[])", "bisect.bisect(a, 3, 2 ** 70)", "bisect.bisect(a, 3, 0, -2 ** 70)", "bisect.bisect(a, 3, 1, None)"):
    try: print(code, eval(code))
    except (TypeError, OverflowError) as error: print(code, "->", type(error).__name__, error)
