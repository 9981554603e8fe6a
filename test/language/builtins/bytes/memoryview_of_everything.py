# memoryview: subscripts, casts, assignment, comparison and release.
def t(s):
    try: r = eval(s); print(ascii(s), '->', ascii(r)[:150])
    except Exception as e: print(ascii(s), type(e).__name__+':', ascii(str(e))[:200])
b=b'abcdef'
m=memoryview(b)
ba=bytearray(b'abcdef')
w=memoryview(ba)
c=m.cast('B',[2,3])
h=memoryview(bytes(range(16))).cast('H')
d=memoryview(bytes(range(16))).cast('d')
rel=memoryview(b'x'); rel.release()
for s in '''memoryview(1)
memoryview('a')
memoryview()
memoryview(b'a',1)
m[0]
m[-1]
m[6]
m['a']
m[1.5]
m[1:3].tobytes()
m[::-1].tobytes()
m[::2].tolist()
m[::2].strides
m[::-1].strides
m[...]
m[()]
m.cast('B',[])[()]
c[0,1]
c[0]
c[0,1,2]
c[5,1]
c[0,5]
c[0:1].tolist()
c[0:1,0:1]
c[0,'a']
c.tolist()
c.shape
c.strides
c.ndim
c.nbytes
len(c)
list(c)
list(m)
list(h)
h.format
h.itemsize
h.tolist()
h.tobytes()
h[0]
h[1:3].tobytes()
d.tolist()[0]
m.cast('q')
m.cast('z')
m.cast('BB')
m.cast('@B').format
m.cast('>H')
m.cast('c').tolist()
m.cast('b').tolist()
h.cast('I')
m.cast('B',[3,3])
m.cast('B',3)
m.cast('B',[0])
m.cast('B',['a'])
m.cast('B',(2,-3))
c.cast('B').shape
m[::2].cast('B')
m.cast(1)
w.__setitem__(0,65)
ba
w.__setitem__(0,256)
w.__setitem__(0,'a')
w.__setitem__(0,1.5)
w.__setitem__(slice(0,2),b'xy')
w.__setitem__(slice(0,2),b'xyz')
w.__setitem__(slice(0,2),1)
w.__setitem__(slice(0,2),memoryview(b'qrst').cast('H')[:2])
w.__setitem__(slice(None,None,2),b'123')
ba
w.__setitem__(10,1)
w.__setitem__('a',1)
w.__delitem__(0)
m.__setitem__(0,1)
m.__delitem__(0)
ba.append(1)
ba.pop()
w.readonly
m.readonly
w.toreadonly().readonly
m.obj is b
m.contiguous
m.c_contiguous
m.f_contiguous
c.f_contiguous
m[::2].contiguous
m.suboffsets
m.hex()
m.hex(':')
m[::2].hex()
m.tobytes('F')
c.tobytes('F')
c.tobytes('A')
c.tobytes('X')
c.tobytes(None)
m==b'abcdef'
m==memoryview(b'abcdef')
m==h
m!=b
m<b
m==1
h==h.tolist()
memoryview(b'ab').cast('c')==memoryview(b'ab')
memoryview(b'ab').cast('b')==memoryview(b'ab')
d==d
hash(m)==hash(b)
hash(w)
hash(h)
rel[0]
rel.tobytes()
rel.release()
rel.format
len(rel)
rel==rel
rel.__enter__()
memoryview(rel)
bytes(m)
bytes(m[::2])
bytes(c)
bytearray(m)
b''.join([m,b'x'])
b'x'+m
m+b'x'
m.count(97)
m.index(98)
m.index(200)
m.index(98,2)
97 in m
m.__class_getitem__(int)
memoryview[int]
list(reversed(m))
memoryview._from_flags(b'a',1)
ba.__buffer__(1)[0]
b.__buffer__(1)
sorted(m)
m.format
b.find(m)
b.startswith(m[:2])
int(memoryview(b'12'))
float(memoryview(b'1.5'))
str(memoryview(b'ab'),'ascii')
ba.__release_buffer__(1)'''.split('\n'): t(s)
with memoryview(bytearray(b'ab')) as q: print(q[0])
t('q[0]')

# What an index or a value does to the view while it is asked.


class Releasing:
    def __init__(self, view, answer):
        self.view = view
        self.answer = answer

    def __index__(self):
        self.view.release()
        return self.answer

    def __float__(self):
        self.view.release()
        return 4.25

    def __bool__(self):
        self.view.release()
        return True


def released(use, *cast):
    view = memoryview(bytearray(b'\xff' * 64))
    view = view.cast(*cast) if cast else view
    try:
        print(use(view, Releasing(view, 4)))
    except ValueError as e:
        print(e)


released(lambda view, four: view[four])
released(lambda view, four: list(view[:four]))
released(lambda view, four: list(view[four:8]))
released(lambda view, four: view[four, 0], 'B', (32, 2))
released(lambda view, four: view[0, four], 'B', (2, 32))
released(lambda view, four: view.__setitem__(four, 42))
released(lambda view, four: view.__setitem__(slice(four), b'spam'))
released(lambda view, four: view.__setitem__((four, 0), 42), 'B', (32, 2))
for format in 'bhilqnBHILQNfd?':
    released(lambda view, four: view.__setitem__(0, four), format)
class Lending:
    def __init__(self): self.memory = bytearray(b"hello")
    def __buffer__(self, flags): return memoryview(self.memory)
    def __release_buffer__(self, view):
        print("released", type(view).__name__)
        view.release()
lending = Lending()
view = memoryview(lending); part = view[1:]; view.release(); print("still"); part.release()
with memoryview(lending) as view: print(view[0])
print(bytes(lending)); lending.memory.append(33); print(bytearray(lending))
class Refusing(Lending):
    def __release_buffer__(self, view): 1 / 0
import sys
sys.unraisablehook = lambda told: print(told.exc_type.__name__, told.err_msg, told.object)
memoryview(Refusing()).release()
class Unmeasured:
    def __iter__(self): return iter(b"abc")
    def __len__(self): raise RuntimeError("length")
try: bytearray().extend(Unmeasured())
except RuntimeError as error: print(error)
