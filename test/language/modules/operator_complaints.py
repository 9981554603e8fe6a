# The functions of operator answer, and complain, as in CPython.

import operator as o
import _operator as o


def show(code):
    try:
        print(code, "->", eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)


for code in (
    'o.itemgetter()',
    'o.itemgetter(1)',
    "o.itemgetter(1, 'a')",
    'o.itemgetter(1)([3])',
    'o.itemgetter(1)((3, 4))',
    'o.itemgetter(1)()',
    'o.itemgetter(1)(1, 2)',
    'o.itemgetter(1)(a=1)',
    'o.itemgetter(a=1)',
    'o.itemgetter(1, 2).__reduce__()',
    "o.attrgetter('a.b')(3)",
    'o.attrgetter()',
    'o.attrgetter(3)',
    "o.attrgetter('real', 'imag')",
    "o.attrgetter('real', 'imag')(3)",
    "o.attrgetter('__class__.__name__')(3)",
    "o.attrgetter('a').__reduce__()",
    "o.attrgetter('a')()",
    "o.attrgetter('a', b=1)",
    'o.methodcaller()',
    'o.methodcaller(3)',
    "o.methodcaller('f', 1, x=2)",
    "o.methodcaller('upper')('a')",
    "o.methodcaller('upper')()",
    "o.methodcaller('f', 1, x=2).__reduce__()",
    "o.methodcaller('f', 1).__reduce__()",
    'o.concat(1, 2)',
    'o.concat([1], [2])',
    'o.iconcat(1, 2)',
    'o.countOf(3, 4)',
    'o.indexOf([1], 2)',
    'o.indexOf(1, 2)',
    'o.length_hint(3)',
    "o.length_hint([1], 'a')",
    'o.length_hint(3, 5)',
    "o._compare_digest('a', 'b')",
    "o._compare_digest('a', b'b')",
    "o._compare_digest('é', 'b')",
    'o._compare_digest(1, 2)',
    'o.getitem(3, 4)',
    'o.setitem(3, 4, 5)',
    'o.delitem(3, 4)',
    'o.contains(3, 4)',
    "o.index('a')",
    'o.call()',
    "o.call(print, 1, sep='')",
    'o.is_none(3)',
    'o.pow(2, 3)',
    'o.add(1)',
    "o.add(1, 'a')",
    'o.abs()',
    'o.iadd([1], (2,))',
    'o.truth([])',
    'o.call(a=1)',
    "o.neg('a')",
    'o.countOf(iter([1, 1]), 1)',
    'o.concat([1], (2,))',
    'o.itemgetter(slice(0, 2))([1, 2, 3])',
    'o.itemgetter(-1)((1, 2))',
    'o.itemgetter(7)((1, 2))',
    'type(o.add)',
    'o.add',
):
    show(code)
