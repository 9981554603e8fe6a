"""marshal keeps what is one object one object, and containers that contain themselves."""
import marshal


def again(value, version=5):
    return marshal.loads(marshal.dumps(value, version))


for value in ((1, 'text'), [1], {1: [2]}, 1.5, b'xyz', frozenset([1, 2]), {3}, slice(1, 2), 3j, compile('1', 'f', 'eval')):
    first, second, (third,) = again([value, value, (value,)])
    print(type(value).__name__, first == value, first is second is third)
for value in ((1, 'text'), [1]):
    first, second = again([value, value], 2)
    print(type(value).__name__, first == value, first is second)

itself = [1]
itself.append(itself)
back = again(itself)
print(back, back[1] is back)
itself = {}
itself['key'] = itself
back = again(itself)
print(back, back['key'] is back)
items = []
pair = (items, 2)
items.append(pair)
back = again(pair)
print(back, back[0][0] is back)
try:
    marshal.dumps(items, 2)
except ValueError as error:
    print(error)

deep = None
for _ in range(1400):
    deep = [deep]
back = again(deep)
for _ in range(1400):
    (back,) = back
print(back)
print(marshal.loads(b'I\xfe\xdc\xba\x98\x76\x54\x32\x10'), marshal.loads(b'\xdb\x02\0\0\0\xa9\x01\xe9\1\0\0\0r\1\0\0\0'))
try:
    marshal.loads(b'l\x02\x00\x00\x00\x00\x00\x00\x00')
except ValueError as error:
    print(error)
