# Pickles of all kinds of objects in all protocols, byte for byte, and back again.
import pickle, sys, io, hashlib
class A:
    def __init__(s): s.x=1; s.y='a'; s.z=2.5
class S:
    __slots__=('a','b')
from collections import OrderedDict, namedtuple, deque, Counter
import decimal, fractions, enum
class C(enum.Enum):
    R=1
class L(list): pass
P=namedtuple('P','x y')
a=A(); s=S(); s.a=1
l=L([1,2]); l.q=5
rec=[]; rec.append(rec)
t=([],); t[0].append(t)
objs=[1,-1,255,256,65535,65536,2**31-1,2**31,-2**31,-2**31-1,2**63,-2**63,-128,-129,2**2100,-2**2100,1.5,float('inf'),'a','é','\ud800','😀','x'*300,b'a',b'x'*300,bytearray(b'abc'),None,True,False,(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],list(range(2500)),{},{1:2},{1:2,3:4},dict.fromkeys(range(1000)),dict.fromkeys(range(1001)),set(),{1},frozenset([1]),set(range(1000)),a,s,l,rec,t,P(1,2),C.R,OrderedDict(a=1),deque([1,2],3),Counter('aab'),int,len,type(None),type(...),NotImplemented,...,range(3),slice(1,2),complex(1,2),'a\nb\\c\0',decimal.Decimal('1.5'),fractions.Fraction(1,3),C,ValueError('x'),'y'*70000,[b'z'*70000,'q']*2,['w'*100+str(i) for i in range(2000)],{'a':[1,(2,'a')]},[a,a,'k','k'],A.__init__]
for o in objs:
    for proto in range(6):
        try:
            x=pickle.dumps(o,proto)
        except Exception as e:
            print(proto,type(o),type(e).__name__,e, getattr(e,'__notes__',None)); continue

        print(proto, type(o).__name__, hashlib.md5(x).hexdigest(), len(x))
        z=pickle.loads(x)
        f=io.BytesIO(); pickle.dump(o,f,proto); assert f.getvalue()==x
        f.seek(0); pickle.load(f)
        if type(z)!=type(o): print('DIFF', z)
        try:
            if o is not rec and o is not t and z!=o and type(o) not in (A,S) and not isinstance(o,Exception): print('NE')
        except RecursionError: pass
print(pickle.loads(pickle.dumps(a)).__dict__)
