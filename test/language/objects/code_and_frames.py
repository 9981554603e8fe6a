# Code objects, frames and tracebacks: attributes, replacement, the mapping of local variables.
import types,sys
def text(value):
    first, *rest = repr(value).split(" at 0x")
    return first + "".join(" at ..." + part.lstrip("0123456789abcdef") for part in rest)

def show(function):
    try: print(text(function()))
    except BaseException as error: print(type(error).__name__, "::", error, getattr(error, "__notes__", ""))

def f(a,/,b,*c,d=1,**e):
    "doc"
    x=a
    if x:
        return [i for i in b]
    def g(): return x
    return g
c=f.__code__
show(lambda: c)
show(lambda: list(c.co_lines()))
show(lambda: list(c.co_positions()))
show(lambda: list(c.co_branches()))
show(lambda: c._varname_from_oparg(0))
show(lambda: c._varname_from_oparg(100))
show(lambda: c.replace(co_name='zz'))
show(lambda: c.replace(co_name=3))
show(lambda: c.replace(x=3))
show(lambda: c.replace(3))
show(lambda: c==c.replace())
show(lambda: c==c.replace(co_name='q'))
show(lambda: hash(c)==hash(c.replace()))
show(lambda: c.replace(co_argcount=-1))
show(lambda: c.replace(co_code=b'1'))
show(lambda: c.replace(co_consts=3))
show(lambda: c.replace(co_names=(3,)))
show(lambda: c.replace(co_varnames=('a',)))
show(lambda: c.replace(co_nlocals=1))
show(lambda: len(c.co_code))
show(lambda: c.__replace__(co_firstlineno=3).co_firstlineno)
show(lambda: c<c)
show(lambda: c.co_lines())
show(lambda: c.co_positions())
show(lambda: c.co_branches())
show(lambda: types.CodeType(0,0,0,0,0,0,b'',(),(),(),'f','n','q',1,b'',b''))
show(lambda: types.CodeType())
show(lambda: types.CodeType(0,0,0,0,0,0,b'',(),(),(),'f','n','q',1,b'',b'',('x',),('y',)).co_freevars)
show(lambda: types.CodeType(0,0,0,0,0,0,'',(),(),(),'f','n','q',1,b'',b''))
show(lambda: types.CodeType(0,0,0,0,0,0,b'',[],(),(),'f','n','q',1,b'',b''))
show(lambda: types.CodeType(0,0,0,0,0,0,b'',(),(),(),3,'n','q',1,b'',b''))
show(lambda: types.CodeType(0,0,0,0,0,0,b'aa',(),(),('a',),'f','n','q',1,b'',b''))
show(lambda: setattr(c,'co_name',3))
show(lambda: eval((lambda a:a+1).__code__.replace(co_consts=()),{}))
show(lambda: types.FunctionType(f.__code__.replace(co_name='k'),{}).__name__)
def fr():
    y=3
    def inner(): return y
    return sys._getframe()
F=fr()
show(lambda: F)
show(lambda: F.f_locals)
show(lambda: type(F.f_locals))
show(lambda: F.f_lineno)
show(lambda: F.f_back)
show(lambda: F.f_code)
show(lambda: F.f_globals is globals())
show(lambda: F.f_trace)
show(lambda: F.f_trace_lines)
show(lambda: F.f_trace_opcodes)
show(lambda: F.f_generator)
show(lambda: F.clear())
show(lambda: F.f_locals)
show(lambda: setattr(F,'f_lineno',3))
show(lambda: setattr(F,'f_trace',len) or F.f_trace)
show(lambda: setattr(F,'f_trace_lines',3))
show(lambda: setattr(F,'f_locals',3))
show(lambda: setattr(F,'f_lineno','x'))
def fl(a):
    L=sys._getframe().f_locals
    L['a']=5
    L['new']=7
    print(a, dict(L), list(L), len(L), 'a' in L, 'zz' in L, L.get('a'), L.get('q',1), L.items(), L.keys(), L.values(), L.pop('new'), L|{'k':1}, {'k':1}|L, L=={'a':5}, list(reversed(L)), L.copy(), L.setdefault('a',9), L.setdefault('u',9))
    for op in ["del L['a']","del L['zz']","L['zz']","L.pop('a')","L.pop('zz')","L.popitem()","L.clear()","L.pop('zz',3)","L.update(a=3)","L.update({'a':4})","L|={'a':8}","hash(L)","L<L","L.zz","L[3]","L[3]=4","len(L)"]:
        try: exec(op); print(op,a)
        except Exception as e: print(op,type(e).__name__,e)
    return L
show(lambda: fl(1))
def ff(): sys._getframe().clear()
show(ff)
def gen(): yield sys._getframe()
G=gen(); fr2=next(G)
show(lambda: fr2.f_generator is G)
show(lambda: fr2.clear())
show(lambda: G.gi_frame)
show(lambda: next(G))
show(lambda: fr2.clear())
T=types.TracebackType
try: 1/0
except Exception as e: tb=e.__traceback__
show(lambda: tb)
show(lambda: T(None,F,1,2).tb_lineno)
show(lambda: T())
show(lambda: T(3,F,1,2))
show(lambda: T(None,3,1,2))
show(lambda: T(None,F,'a',2))
show(lambda: setattr(tb,'tb_next',tb))
show(lambda: setattr(tb,'tb_next',3))
show(lambda: delattr(tb,'tb_next'))
show(lambda: setattr(tb,'tb_lineno',3))
show(lambda: delattr(tb,'tb_lineno'))
show(lambda: dir(tb)[-5:])
show(lambda: setattr(tb,'tb_frame',3))
show(lambda: T(None,F,1,-1).tb_lineno)
show(lambda: tb.__dir__())
show(lambda: setattr(tb,'tb_next',None))
