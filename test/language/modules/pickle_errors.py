# What goes wrong in pickling and unpickling, and how it is said; buffers outside of the stream.
import pickle
for d in (b'I010\n.', b'I0b10\n.', b'I0x10\n.', b'L010L\n.', b'L0x10L\n.',b'I1_0\n.', b'I0o10\n.', b'p010\n.',b'Ng010\n.', b'N0p0\n.', b'I 5\n.', b'F 1.5\n.', b'I5L\n.', b'Np01\ng1\n.', b'Np0x1\n.',b'Np\n.', b'',b'\x80',b'\x80\x09.',b'(.',b'0',b'I',b'I\n.', b'S\n.', b"S'a\n.", b'c\n\n.', b'cos\npathx\n.',b'\x8c\x02os\x8c\x06path.q\x93.', b'X\x01\x00\x00\x00\xff.', b'(K\x01d.',b'}(K\x01u.', b'NN\x81.', b'N(t\x81.', b'\xff.', b'P\xff\n.', b'Pabc\n.', b'NQ.', b'h\x05.', b'\x82\x05.', b'\x82\x00.', b'NNb.', b'N}b.', b'cbuiltins\nint\n(S"z"\ntR.', b'\x97.', b'N\x98.', b'(i\n\n.', b'(ibuiltins\nint\n.', b'(o.', b'\x8b\xff\xff\xff\xff.', b'V\\u12\n.',b'N(\x85.', b'Na.', b'(Na.', b'](Ne.'):
    try: print(d, pickle.loads(d))
    except BaseException as e: print(d, type(e), e, repr(e.__context__), repr(e.__cause__))
try: pickle.loads('abc')
except BaseException as e: print(type(e), e)
try: pickle.dumps(1, 9)
except BaseException as e: print(type(e), e)
try: pickle.dump(1, 5)
except BaseException as e: print(type(e), e)
try: pickle.load(5)
except BaseException as e: print(type(e), e)
class P(pickle.Pickler):
    def __init__(self): pass
class U(pickle.Unpickler):
    def __init__(self): pass
try: P().dump(1)
except BaseException as e: print(type(e), e)
try: U().load()
except BaseException as e: print(type(e), e)
print(pickle.Pickler.__text_signature__, pickle.Pickler.__doc__ is not None, pickle.Pickler.__module__, pickle.PickleError.__module__, pickle.Pickler)
import inspect
print(inspect.signature(pickle.loads), inspect.signature(pickle.dump), inspect.signature(pickle.Unpickler))
import io
p=pickle.Pickler(io.BytesIO())
print(p.bin, p.fast, type(p.memo))
for n,v in (('bin',5),('fast',3),('fast','x'),('bin',None)):
    try: setattr(p,n,v); print(getattr(p,n))
    except BaseException as e: print(type(e), e)
for n in ('bin','fast','memo','dispatch_table','persistent_id'):
    try: delattr(p,n)
    except BaseException as e: print(n, type(e), e)
p.fast=1
l=[];l.append(l)
try: p.dump(l)
except BaseException as e: print(type(e), str(e)[:70])
class G:
    def __getattr__(s,n): raise AttributeError(n)
    def __reduce__(s): return 5
try: pickle.dumps(G())
except BaseException as e: print(type(e), e, e.__notes__)
import __main__
class R:
    def __reduce__(s): return 'spam'
try: pickle.dumps(R())
except BaseException as e: print(type(e), str(e)[:30], e.__context__)
R.__module__=''
try: pickle.dumps(R())
except BaseException as e: print(type(e), str(e)[-20:], repr(e.__context__))
try: pickle.dumps(lambda: 1)
except BaseException as e: print(type(e), str(e)[:35], repr(e.__context__))
def f():
    class L: pass
    return L()
try: pickle.dumps([f()])
except BaseException as e: print(type(e), str(e)[:50], e.__notes__)
for o in (open, iter([]), (x for x in ()), io.StringIO(), io.BytesIO(b'a'), str.maketrans, dict.fromkeys, [].append, ''.join, int.from_bytes, object(), memoryview(b'a'), type.__dict__['__doc__'], str.__add__, property(), staticmethod(f), pickle.PickleBuffer(b'abc'), pickle):
    try: r=pickle.dumps(o); print(r)
    except BaseException as e: print(type(e), str(e).split(' at 0x')[0], getattr(e, '__notes__', None))
pb=pickle.PickleBuffer(bytearray(b'abc'))
bufs=[]
s=pickle.dumps(pb, 5, buffer_callback=bufs.append); print(s, bufs==[pb], pickle.loads(s, buffers=bufs) is pb)
print(memoryview(pb).obj, pb.raw().obj, bytes(pb), len(memoryview(pb)))
s=pickle.dumps(pb,5); print(s)
print(bytes(pickle.loads(pickle.dumps(pickle.PickleBuffer(b'x'),5,buffer_callback=lambda b: None), buffers=[bytearray(b'q')])))

class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return ('P', obj.n) if type(obj) is Keep else None
class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid
    def find_class(self, module, name):
        print('find', module, name)
        return super().find_class(module, name)
class Keep:
    def __init__(self, n): self.n = n
for proto in range(1, 6):
    f = io.BytesIO()
    p = Persistent(f, proto)
    p.dump([Keep(1), Keep(2), len])
    p.dump(Keep(3))
    print(f.getvalue())
    f.seek(0)
    u = Loader(f)
    print(u.load(), u.load(), f.tell())
    try: u.load()
    except EOFError as e: print(e)
u = pickle.Unpickler(io.BytesIO(b'(I1\nI2\nlp0\n.g0\n.'))
print(u.load(), u.load(), u.memo.copy())
p = pickle.Pickler(io.BytesIO(), 2)
p.dump(['x'])
print(sorted(p.memo.copy().values(), key=str))
p.clear_memo()
print(p.memo.copy())
class Override(pickle.Pickler):
    def reducer_override(self, obj):
        return (list, ([1],)) if obj is Keep else NotImplemented
f = io.BytesIO()
Override(f).dump([Keep, Keep(5).n])
print(pickle.loads(f.getvalue()))
p = pickle.Pickler(io.BytesIO())
p.dispatch_table = {Keep: lambda k: (Keep, (k.n + 1,))}
f = io.BytesIO()
p = pickle.Pickler(f, 2)
p.dispatch_table = {Keep: lambda k: (Keep, (k.n + 1,))}
p.dump(Keep(1))
print(pickle.loads(f.getvalue()).n)
