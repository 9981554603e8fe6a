# Slice objects: construction, indices, comparison, and what they select.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, None, -1), repr(slice("a", [1])))
for arguments in ((5,), (0,), (30,)):
    print([slice(*bounds).indices(*arguments) for bounds in ((None,), (2, None), (None, None, -1), (-3, None), (100, -100, -3), (3, 2**70, 2**65))])
for code in ("slice()", "slice(1, 2, 3, 4)", "slice(step=1)", "slice(1, 2, 0).indices(3)", "slice('a').indices(3)", "slice(1).indices(-1)", "slice(1).indices('a')", "[1][slice(0, 1, 0)]", "'abc'[slice(1.5)]", "slice(1) < slice('a')", "slice(1).start + None", "setattr(slice(1), 'start', 2)", "delattr(slice(1), 'start')"):
    try: print(code, "=", eval(code))
    except (TypeError, ValueError, AttributeError) as error: print(code, "->", type(error).__name__, error)
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 2, None), slice(1, 2) == (1, 2, None), slice(1, 2) < slice(1, 3), slice(0, 1, 2) >= slice(0, 1, 1), hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): "key"}[slice(None, 1)])
class Index:
    def __init__(self, value): self.value = value
    def __index__(self):
        print("index", self.value)
        return self.value
print("abcdefgh"[slice(Index(-5), Index(7), Index(2))], (1, 2, 3)[Index(1) :], list(range(10))[Index(8) : Index(2) : Index(-3)])
class Echo:
    def __getitem__(self, key): return key
print(Echo()[1:2], Echo()[::], Echo()[1:2, ::3], Echo()[..., None], Echo()[(1, 2)], Echo()[:, 0])
print(s.__reduce__()[1], type(s).__name__, callable(s), bool(slice(None)))
