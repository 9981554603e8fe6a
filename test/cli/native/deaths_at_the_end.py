"""What a class wants done when an instance is gone is done at the end, whatever builtin type it derives from."""
import io


class D(dict):
    def __del__(self): print('D', dict(self))


class S(set):
    def __del__(self): print('S', sorted(self))


class I(int):
    def __del__(self): print('I', self + 0)


class L(list):
    def __del__(self): print('L', list(self))


class E(Exception):
    def __del__(self): print('E', self.args)


class P:
    def __del__(self): print('P')


d, s, i, l, e, p = D(a=1), S([1, 2]), I(5), L([1]), E(1), P()


class T(io.StringIO):
    def __del__(self): print('T', self.getvalue())


t = T('text')
