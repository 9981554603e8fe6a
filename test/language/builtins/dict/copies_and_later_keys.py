# A dict or set and its copies are looked up, added to and taken from independently of each other.
base = {'key %d' % i: i for i in range(20)}
assert 'key 7' in base
copies = [base.copy(), dict(base), {**base}, base | {}]
for n, copy in enumerate(copies):
    for i in range(n * 6):
        copy['new %d' % i] = i
    copy['key 3'] = 'changed'
    copy[1] = 'one'
    copy[2.5] = 'float'
    copy[(1,)] = 'tuple'
base['later'] = 0
second = base.copy()
second['more'] = second.pop('key 19')
for i in range(12):
    base['last %d' % i] = i
del copies[0]['key 0'], copies[1]['new 5']
copies[1]['key 0'] = copies[1].pop('key 0')
for each in [base, second, *copies]:
    print(len(each), list(each)[-6:], [k in each for k in ('key 0', 'key 19', 'new 5', 'new 17', 'later', 'more', 'last 11', 1, True, 1.0, 2.5, (1,), 'none')],
          each.get('key 3'), each.get('new 5'), each.get('last 0'), sorted(map(str, each))[:2])
third = second.copy(); fourth = third.copy()
third.clear(); third['a'] = 1
while len(fourth) > 3: fourth.popitem()
print(third, fourth, len(second), 'key 10' in second, 'key 10' in fourth, fourth == dict(list(second.items())[:3]))
second.update(third); second.update(fourth); print(len(second), second['a'])

words = {'word %d' % i for i in range(20)}
assert 'word 5' in words
sets = [words.copy(), set(words), words | {'more'}, words - {'word 1'}, frozenset(words)]
words.add('later'); words.discard('word 2')
for n, each in enumerate(sets[:4]):
    for i in range(n * 6):
        each.add('new %d' % i)
    each.remove('word 3')
    each.add(7)
for each in [words, *sets]:
    print(len(each), [w in each for w in ('word 1', 'word 2', 'word 3', 'later', 'more', 'new 0', 'new 17', 7)])
a = {'x%d' % i for i in range(15)}
'x1' in a
a &= set(a); a |= {'y'}; a -= {'x0'}; b = a.copy(); a.pop(); print(len(a), len(b), 'y' in b, b >= a)
