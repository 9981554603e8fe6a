"""Values survive marshalling; what cannot be marshalled or read back says why."""
import marshal

values = (0, 1, -5, 2**31, -(2**70), 1.5, float('inf'), 2 - 3j, 'a', 'é🐍', b'x\xff', (), (1, ('2', None)), [1, [2]],
          {1: {'a': 2}}, {3}, frozenset([4]), None, True, False, ..., slice(1, None, 3), StopIteration)
for value in values:
    for version in range(5 if isinstance(value, slice) else 0, 6):
        assert marshal.loads(marshal.dumps(value, version)) == value, (value, version)


def f(a, b=2, *c, **d):
    return [a + x for x in c]


code = marshal.loads(marshal.dumps(f.__code__))
print(code == f.__code__, code.co_name, code.co_varnames, code.co_flags)
print(marshal.version)
for value in (object(), [lambda: 0], type):
    try:
        marshal.dumps(value)
    except ValueError as e:
        print(e)
for data in (b'', b'i\x01', b'?', b'(\x05\x00\x00\x00', b'0', b'r\x05\x00\x00\x00'):
    try:
        print(marshal.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
