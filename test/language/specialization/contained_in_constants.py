# `in` constant tuples and strs, in hot loops, with items of all kinds.
def tuples(items):
    out = []
    for x in items:
        out.append((x in ('a', 'bc', 3), x not in (1, 2), x in (), x in (1.0, True, None), x in ('a',)))
    return out
for i in range(200):
    ints = tuples([1, 2, 3, 10**20])
    strs = tuples(['a', 'b', 'bc', ''])
    rest = tuples([1.0, True, 3.0, None, (1,), 'é'])
print(ints, strs, rest, sep='\n')

def chars(text, wanted):
    n = 0
    for c in text:
        if c in 'aeiou': n += 1
        if c not in wanted: n += 10
        if c in ('x', 'ñ'): n += 100
        if c == 'b': n += 1000
        elif c < 'c': n += 10000
    return n
for i in range(200): r = [chars('the quick brown fox', 'abc'), chars('ñandú', 'ñ'), chars('', ''), chars('x\U0001f600a', '\U0001f600'), chars(['a', 'bc', 'x'], 'xabcd')]
print(r)
def parts(texts):
    out = []
    for t in texts: out.append(t in 'abcabc' * 40 + 'needle in it')
    return out
for i in range(100): r = parts(['a', 'needle', 'abc' * 30, 'abcabd', 'cba' * 50, ''])
print(r)
try: chars(['a', 1], 'a')
except TypeError as error: print(error)
q = list(range(5))
for i in range(3): del q[-1]
del q[0]; f = [1.5, 2.5]; del f[-1]; del f[0]; f.append('x'); print(q, f)
