# A matrix class with operators, iteration, slicing and exact elimination.
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, key):
        if isinstance(key, tuple): i, j = key; return self.rows[i][j]
        return self.rows[key]
    def __setitem__(self, key, value): i, j = key; self.rows[i][j] = value
    def __add__(self, o): return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows))
    def __mul__(self, k): return Matrix([a * k for a in r] for r in self.rows)
    __rmul__ = __mul__
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} do not fit")
        return Matrix([sum(a * b for a, b in zip(r, c)) for c in o.T.rows] for r in self.rows)
    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: result = result @ base
            base = base @ base; n >>= 1
        return result
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __neg__(self): return self * -1
    def __iter__(self): return (x for r in self.rows for x in r)
    def __len__(self): return len(self.rows)
    def __repr__(self): return "Matrix(" + ", ".join(map(str, self.rows)) + ")"
    def det(self):
        rows, sign, previous = [r[:] for r in self.rows], 1, 1
        for k in range(len(rows) - 1):
            if rows[k][k] == 0:
                for i in range(k + 1, len(rows)):
                    if rows[i][k]: rows[k], rows[i], sign = rows[i], rows[k], -sign; break
                else: return 0
            for i in range(k + 1, len(rows)):
                for j in range(k + 1, len(rows)): rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // previous
            previous = rows[k][k]
        return sign * rows[-1][-1]
m = Matrix([[2, 1], [7, 4]]); n = Matrix([[0, 1], [1, 1]])
print(m @ n, m + n, 3 * m, -m, m.T, m[0], m[1, 0], m.det(), list(m), n ** 30, (n ** 90)[0, 1], m == Matrix([[2, 1], [7, 4]]), m != n, len(m))
m[0, 0] = 10; print(m, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det(), Matrix([[0, 1], [1, 0]]).det(), Matrix([[1, 2], [2, 4]]).det(), Matrix([[i * j % 7 + (i == j) for j in range(8)] for i in range(8)]).det())
try: m @ Matrix([[1, 2, 3]])
except ValueError as e: print(e)
