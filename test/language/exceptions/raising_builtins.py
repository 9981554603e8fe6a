# Common failures raise the right exception with CPython's message.
import warnings
def evaluate(code):
    with warnings.catch_warnings(action="ignore"): return eval(code)
cases = """
1 / 0;1 // 0;1 % 0;1.0 / 0;1.0 // 0;1.0 % 0;0 ** -1;0.0 ** -1;1j / 0;divmod(1, 0);(-8) ** 0.5;10 ** 400 * 1.0;float(10 ** 400);int(float('inf'));int(float('nan'));round(float('nan'))
1 << -1;1 >> -1;1 << 10 ** 20;'a' * 10 ** 20;[0] * 10 ** 20;[][0];[1][1];()[0];'abc'[5];b''[0];range(3)[3];{}['k'];{1: 2}[3];{}[()];[][None];[]['a'];'a'['b'];(1,)[1.0];{1}[0];5[0];None[0]
[].pop();[1].pop(5);{}.pop('x');{}.popitem();set().pop();{1}.remove(2);[1].remove(2);[1].index(5);(1,).index(5);'abc'.index('z');b'a'.index(b'z');range(3).index(9);bytearray().pop()
int('');int(' ');int('0x10');int('12a');int('1' * 5000);float('');float('1.2.3');complex('1+');chr(2 ** 40);bytes([300]);bytearray(b'a').append(300);'{}'.format();'{a}'.format(b=1);'{0} {}'.format(1, 2);'{'.format();'}'.format();'{:d}'.format('x');'{!z}'.format(1)
'%d' % 'x';'%s %s' % 1;'%s' % (1, 2);'%(a)s' % {};'%(a)s' % 1;'%z' % 1;'%';'%' % ();'%c' % 'ab';'%c' % -1;'%*d' % ('a', 1);format('a', 'd');format(1.5, 'd');format(1, 's');format(1, ',_');format([], 'x')
'a' + 1;1 + 'a';[] + ();() + [];b'a' + 'b';'a' + b'b';None + 1;{} + {};{1} + {2};'a' - 'b';-'a';~1.5;'a' < 1;[] < {};1 < None;'a' in 5;1 in 'a';b'a' in 'a';'a' in b'a';[1, 2] * 'a';'a' * 1.5;1 @ 2;{} | [];{1} | [2];{1: 2} & {}
len(5);iter(5);next(5);reversed({1});sorted([1, 'a']);sum(['a']);min([]);max(());''.join([1]);''.join('a');','.join(5);b''.join(['a']);'a'.encode('nope');b'\\xff'.decode();'é'.encode('ascii');'\\ud800'.encode();b'\\xff'.decode('ascii')
hash([]);hash({});hash(set());{[]: 1};{{}: 1};{[]};frozenset([[]]);{1: 2}.fromkeys(5);dict(5);dict([5]);dict(['abc']);set(5);list(5);tuple(None);int(None);float(None);str.upper(1);list.append(1, 2);dict.get({});[].append();[].append(1, 2);[].insert(1);'a'.split('');'a'.replace('b');'a'.center('b');'a'.startswith(1)
int.from_bytes(5);(300).to_bytes(1);(-1).to_bytes(1);(1).to_bytes(-1);(1).to_bytes(1, 'middle');(0.5).hex(1);float.fromhex('zz');(1).bit_length(2);1 .real();range(0, 1, 0);slice(1, 2, 0).indices(5);[1, 2][::0];'abc'[::0];slice(1).indices(-1);list(range(3))[slice('a')];memoryview(b'a')[0:1:0]
import_missing_name;__import__('no_such_module');exec('import no.such');exec('from math import nothing');exec('from . import x');eval('1 +');eval('');exec('x = ');compile('a b', 'f', 'eval');globals()['q'];getattr(5, 'x');int.nothing;object().x;type('X', (), {})().y;(lambda: z)();[x for x in y];super().x;class_
""".strip()
for line in cases.split("\n"):
    for code in line.split(";"):
        try:
            print(code, "=", evaluate(code))
        except BaseException as error:
            print(code, "->", type(error).__name__, str(error))
