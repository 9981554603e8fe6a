# A descriptor in the place of a special method that raises AttributeError: as if there were no method, where there need not be one.
import operator


class Lacking:
    @property
    def lacks(self): raise AttributeError('lacks')

    @property
    def fails(self): raise ValueError('fails')

    __add__ = __radd__ = __eq__ = __lt__ = __hash__ = __iter__ = __contains__ = __len__ = __call__ = __enter__ = __exit__ = lacks
    __sub__ = __rsub__ = __ne__ = __gt__ = fails


lacking = Lacking()
for action in (lambda: lacking + 1, lambda: 1 + lacking, lambda: lacking + lacking, lambda: lacking == 1, lambda: lacking < 1,
               lambda: hash(lacking), lambda: {lacking}, lambda: iter(lacking), lambda: [*lacking], lambda: 1 in lacking,
               lambda: len(lacking), lambda: lacking(), lambda: lacking - 1, lambda: 1 - lacking, lambda: lacking != 1,
               lambda: lacking > 1, lambda: lacking == lacking):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
