# array.array: what fits, what does not, and what changes it.
from array import array, typecodes
def t(s):
    try: r = eval(s); print(ascii(s), '->', ascii(r)[:150])
    except Exception as e: print(ascii(s), type(e).__name__+':', ascii(str(e))[:200])
a=array('i',[1,2,3]); d=array('d',[1.5,2]); e=array('i')
for s in '''typecodes
a
d
e
array('w','a\\U0001f40d')
array('z')
array('ii')
array(1)
array()
array('i',1)
array('i',['a'])
array('b',[200])
array('B',[-1])
array('f',['a'])
array('d',[10**400])
array('f',[1e300])
array('i','abc')
array('i',b'abcd')
array('i',b'abc')
array('i',(1,2))
array('i',range(3))
array('i',array('b',[1,2]))
array('d',array('i',[1]))
array('i',a)
array('i',[1],x=1)
array('i',bytearray(b'abcd'))
a[0]
a[-1]
a[5]
a['a']
a[1:]
a[::-1]
a[::2]
len(a)
list(a)
2 in a
'a' in a
a.index(2)
a.index(9)
a.index(2,2)
a.count(1)
a+a
a+d
a+[1]
a*2
2*a
a*1.5
a==array('i',[1,2,3])
a==array('d',[1,2,3])
a<array('i',[1,2,4])
a==[1,2,3]
a!=d
hash(a)
a.typecode
a.itemsize
a.tobytes()
a.tolist()
a.tounicode()
memoryview(a).format
memoryview(a).tolist()
bytes(a)
a.append(4)
a.append('x')
a
a.extend([5])
a.extend(d)
a.extend(1)
a.extend(a)
a
a.insert(0,9)
a.insert(-100,8)
a.insert(100,7)
a.pop()
a.pop(0)
a.pop(100)
e.pop()
a.remove(5)
a.remove(100)
a.reverse()
a
a.fromlist([1])
a.fromlist([1,'a'])
a.fromlist(1)
a.frombytes(b'abcd')
a.frombytes(b'abc')
a.frombytes('abc')
a.fromunicode('d')
a.byteswap()
d.byteswap()
a
array('b',[1]).byteswap()
a.__setitem__(0,5)
a.__setitem__(0,'a')
a.__setitem__(100,1)
a.__setitem__('a',1)
a.__setitem__(slice(0,1),array('i',[7,8]))
a.__setitem__(slice(0,1),[7])
a.__setitem__(slice(0,1),d)
a.__setitem__(slice(0,4,2),array('i',[1]))
a.__setitem__(slice(0,4,2),array('i',[1,2]))
a.__delitem__(0)
a.__delitem__(slice(0,4,2))
a.__delitem__('a')
a
a.__iadd__(a)
a.__iadd__([1])
a.__imul__(2)
a.__imul__(0)
a.clear()
array('d',[1]).__copy__()
array('d',[1]).__deepcopy__(0)
array[int]
array('i',[1]).__class_getitem__(int)
iter(array('i',[1])).__reduce__()
array('i',[1,2]).index(2,-1)
array('i',[1,2,1]).index(1,1,3)
str(array('i',[1]))
array('h',[1,2])<array('h',[1])
array('h',[1,2])<1
array('w','abc').tounicode()
array('w',['a','b'])
array('w',['ab'])
array('w',[1])
array('i',iter([1,2]))
array('i',None)
array('i',1.5)
array('i').foo
array('i',[1.5])
array('B',[256])
array('H',[65536])
array('h',[40000])
array('c')
array(typecode='i')'''.split('\n'): t(s)
class S(array): pass
print(S('i',[1]), repr(S('i',[1])), S('i',[1])==array('i',[1]))
a=array('i',range(5)); m=memoryview(a)
t('a.append(1)')
m.release(); a.append(9); print(a)
m=memoryview(a); m[0]=42; print(a)
