"""What patterns take a class of several bases for; paths, keywords, escapes and types that are refused, in CPython's words."""
import collections, collections.abc, os, warnings, locale, sys
def f(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, e)
def kind(x):
    match x:
        case [*_]: return 'seq'
        case {}: return 'map'
class C: pass
for bases in ((collections.UserDict, collections.abc.Sequence),(C,collections.UserDict,collections.abc.Sequence),(collections.UserDict,C,list),(dict,collections.abc.Sequence,C),(collections.UserList,collections.abc.Mapping),(list,collections.abc.Mapping),(C,)):
    class M(*bases): pass
    print(kind(M()))
warnings.simplefilter('error')
f(lambda: eval(r"'\z'"))
f(lambda: eval(r"b'\407'"))
class Foo: __fspath__=None
f(lambda: os.fspath(Foo())); f(lambda: open(Foo())); f(lambda: compile('1',Foo(),'eval')); f(lambda: os.stat(Foo()))
def g(**k): pass
f(lambda: g(**{1:3},**{1:5})); f(lambda: g(**{1:3},**{2:5})); f(lambda: g(a=1,**{'a':5}))
for t in type(int|str), type(sys.flags), type(iter([])): f(lambda: object.__new__(t))
f(lambda: locale.strcoll('a\0','b')); f(lambda: locale.strxfrm('a\0'))
for x in (None,1.5,object()):
    try: open(x)
    except TypeError as e: print(e)
class Foo: __fspath__=None
try: open(Foo())
except TypeError as e: print(e)
