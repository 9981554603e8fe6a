# dbm.dumb keeps bytes in two files, shelve objects in such a database; both know what is not theirs.
import dbm, dbm.dumb, os, shelve
with dbm.dumb.open('d', 'n') as d:
    d['a'] = b'1' * 3; d[b'b'] = 'two'; d['a'] = b'2' * 600; d['c\xe9'] = b''
    del d['b']
    print(sorted(d.keys()), len(d), d['a'] == b'2' * 600, b'b' in d, 'a' in d, d.get('x', b'none'))
print(os.path.getsize('d.dat'), open('d.dir').read(), sorted(os.listdir()), dbm.whichdb('d'))
d = dbm.dumb.open('d', 'r')
print(sorted(d.items(), key=lambda item: item[0])[0][0], list(d) == d.keys())
for code in "d['z'] = b''", "del d['a']", "d['no']", "dbm.open('nothing')", "dbm.dumb.open('nothing', 'r')", "dbm.dumb.open('d', 'x')", "d.close(), d['a']":
    try: exec(code)
    except Exception as error: print(code, '->', type(error).__name__, error)
d = dbm.dumb.open('d')
for code in "d[1] = b''", "d['a'] = 1":
    try: exec(code)
    except TypeError as error: print(code, '->', error)
d.close()
with open('other', 'w') as f: f.write('something else, in some file')
print(repr(dbm.whichdb('other')), dbm.whichdb('nothing'))
with shelve.open('s') as s:
    s['list'] = [1, 2]; s['dict'] = {'x': (1, None)}
    s['list'].append(3)
with shelve.open('s', writeback=True) as s: s['list'].append(3)
with shelve.open('s', 'r') as s: print(sorted(s), s['list'], s['dict'], 'x' in s)
