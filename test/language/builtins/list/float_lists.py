# Lists of floats, ints and mixtures keep each item's type through every operation.
f = [1.0, 2.5, -0.0, 1e300]
f.append(3); f.append(4.0); print(f, [type(x).__name__ for x in f])
f[1] = "s"; f[0] = 1; print(f, f[2], f.index(3.0), f.count(4), f.pop(), f)
g = [0.0] * 5
for i in range(5): g[i] += i / 4
print(g, sum(g), max(g), sorted(g, reverse=True), g[::-1], g == [0, 0.25, 0.5, 0.75, 1], g + [1], [1] + g, 0.5 in g, g.index(1), g * 2)
g[2] = None; print(g); g[2] = 2.0; g.extend([1.5, 2]); print(g); g.insert(0, True); print(g); g.sort(); print(g)
nan = float("nan"); n = [nan, 1.0, nan]
print(nan in n, n.count(nan), n.index(nan), n == n, n == list(n), [float("nan")] == [float("nan")], float("nan") in n)
z = [0.0, -0.0]; print(z, z[0] == z[1], z.index(-0.0), sorted([0.0, -0.0]), min(z), [str(x) for x in z])
i = [1, 2, 3]; i[0] = 1.0; print(i, i[0] is i[0]); i[1:2] = [2.0, 2.5]; print(i); del i[0]; print(i); i.reverse(); print(i)
big = [2**53, 2.0**53, 2**53 + 1]; print(big, big[0] == big[1], big[2] == big[1], big.count(2**53), [type(x).__name__ for x in big])
m = [[0.0] * 3 for _ in range(2)]; m[1][2] = 5; m[0][0] += 1; print(m, [sum(r) for r in m], list(zip(*m)))
x = [1.5]; y = x; y.append(2.5); x += [3.5]; print(y, x is y, tuple(x), list(map(int, x)), [v.is_integer() for v in x], *x)
def swap(l, i, j): l[i], l[j] = l[j], l[i]
swap(x, 0, 2); print(x, x.copy(), [*x, 1], x[0:2], x[-1])
try: x[5] = 1.0
except IndexError as error: print(error)
