# Modules, cells, namespaces, read-only mappings and weak references as objects.
import types, weakref
def text(value):
    first, *rest = repr(value).split(" at 0x")
    return first + "".join(" at ..." + part.lstrip("0123456789abcdef") for part in rest)

def show(function):
    try: print(text(function()))
    except BaseException as error: print(type(error).__name__, "::", error, getattr(error, "__notes__", ""))

M=types.MappingProxyType
show(lambda: M())
show(lambda: M(3))
show(lambda: M([]))
show(lambda: M(()))
show(lambda: M('a'))
show(lambda: M({}, 1))
show(lambda: M(mapping={}))
show(lambda: M(x={}))
show(lambda: M({1:2}))
show(lambda: str(M({1:2})))
show(lambda: M({1:2})[1])
show(lambda: M({1:2})[3])
show(lambda: M({1:2}).get(3))
show(lambda: M({1:2})|{3:4})
show(lambda: {3:4}|M({1:2})); 
def f(): 
    m=M({}); m|={}
show(f)
show(lambda: M({1:2})=={1:2})
show(lambda: hash(M({})))
show(lambda: M({1:2}).copy())
show(lambda: M({1:2})<3)
show(lambda: list(reversed(M({1:2}))))
show(lambda: len(M({1:2})))
show(lambda: 1 in M({1:2}))
show(lambda: M({}).__setitem__)
show(lambda: M({}).__class_getitem__(3))
def f(): M({})[1]=3
show(f)
class D(dict):
    def __contains__(s,k): return True
show(lambda: 5 in M(D()))
show(lambda: hash(M(types.SimpleNamespace())))
N=types.SimpleNamespace
show(lambda: N())
show(lambda: N(a=1,b=2))
show(lambda: N({'a':1},b=2))
show(lambda: N([('a',1)]))
show(lambda: N(3))
show(lambda: N({3:1}))
show(lambda: N(1,2))
show(lambda: N(a=1)==N(a=1))
show(lambda: N(a=1)==3)
show(lambda: N(a=1)<N(a=1))
show(lambda: N(a=1).__reduce__())
show(lambda: N(a=1).__replace__(a=2,b=3))
show(lambda: N(a=1).__replace__(3))
show(lambda: N(a=1).zz)
class SN(N): pass
show(lambda: SN(x=1)); n=N(); n.n=n
show(lambda: n)
show(lambda: hash(n))
show(lambda: setattr(n,'__dict__',{}))
show(lambda: N(**{'a b':3}))
show(lambda: N({'z':1,'a':3}))
def f():
    n=N(); n.__dict__[3]=4; return n
show(f)
T=types.ModuleType
show(lambda: T())
show(lambda: T('x'))
show(lambda: T(3))
show(lambda: T('x','doc').__doc__)
show(lambda: T('x').__dict__)
show(lambda: T('x',doc=3).__doc__)
show(lambda: T('x').zz)
show(lambda: T.__new__(T).zz)
show(lambda: T.__new__(T))
show(lambda: T.__new__(T).__dict__); m=T('x')
show(lambda: m.__annotations__)
show(lambda: setattr(m,'__annotations__',3) or m.__annotations__)
show(lambda: delattr(m,'__annotations__'))
show(lambda: delattr(m,'__annotations__'))
show(lambda: m.__annotate__)
show(lambda: setattr(m,'__annotate__',3))
show(lambda: delattr(m,'__annotate__'))
show(lambda: setattr(m,'__dict__',3))
show(lambda: delattr(m,'qq'))
show(lambda: sorted(m.__dir__())); 
m.__getattr__=lambda n: n+'!'
show(lambda: m.hello)
m.__dir__=lambda: ['q']
show(lambda: dir(m)); 
def ga(n): raise AttributeError('no '+n)
m.__getattr__=ga
show(lambda: m.hello); 
m2=T('y'); del m2.__name__
show(lambda: m2.zz); m2.__name__=3
show(lambda: m2.zz); 
class Spec: _initializing=True; name='q'; origin='o'; has_location=True; _uninitialized_submodules=['sub']
m3=T('random'); m3.__spec__=Spec(); m3.__file__='/x/random.py'
show(lambda: m3.zz)
show(lambda: m3.sub)
show(lambda: m3)
Spec._initializing=False; Spec._uninitialized_submodules=[]; Spec.origin='/x/random.py'
show(lambda: m3.zz); 
class MT(T):
    def __init__(s,*a): pass
show(lambda: MT('x').zz)
show(lambda: MT('x'));
class MT2(T):
    @property
    def zz(s): raise AttributeError('in zz')
show(lambda: MT2('x').zz)
c=types.CellType()
show(lambda: c)
show(lambda: c.cell_contents)
show(lambda: types.CellType(3))
show(lambda: types.CellType(3).cell_contents)
show(lambda: setattr(c,'cell_contents',4) or c.cell_contents)
show(lambda: delattr(c,'cell_contents') or c)
show(lambda: types.CellType(1,2))
show(lambda: types.CellType(3)==types.CellType(3))
show(lambda: types.CellType()<types.CellType(3))
show(lambda: types.CellType()==types.CellType())
show(lambda: types.CellType(3)<types.CellType(4))
show(lambda: hash(c))
show(lambda: types.CellType(x=1))
show(lambda: c==3)
class A: pass
a=A(); r=weakref.ref(a)
show(lambda: r)
show(lambda: weakref.ref(a) is r)
show(lambda: r())
show(lambda: r(1))
show(lambda: weakref.ref(3))
show(lambda: weakref.ref())
show(lambda: weakref.ref(a,1,2))
show(lambda: weakref.ref(a,callback=3))
show(lambda: r.__callback__)
show(lambda: weakref.ref(a,len).__callback__)
show(lambda: hash(r)==hash(a))
show(lambda: weakref.ref(a)==weakref.ref(a,len))
show(lambda: a.__weakref__)
show(lambda: weakref.ref[int])
show(lambda: weakref.ref(len))
show(lambda: weakref.ref(int))
show(lambda: weakref.ref([]))
show(lambda: weakref.ref({}))
show(lambda: weakref.ref(None))
p=weakref.proxy(a)
show(lambda: type(p))
show(lambda: repr(p))
show(lambda: str(p))
show(lambda: p.zz)
show(lambda: setattr(p,'q',3) or a.q)
show(lambda: p==a)
show(lambda: p())
show(lambda: weakref.proxy(a) is p)
show(lambda: weakref.proxy(len))
show(lambda: type(weakref.proxy(len)))
show(lambda: weakref.proxy(len)([1]))
show(lambda: bool(p))
show(lambda: p+1)
show(lambda: p[1])
show(lambda: p.__class__)
show(lambda: iter(p))
show(lambda: next(p))
show(lambda: weakref.proxy(3))
show(lambda: 1 in p)
show(lambda: len(p))
show(lambda: weakref.proxy(a,1,2))
show(lambda: weakref.proxy())
