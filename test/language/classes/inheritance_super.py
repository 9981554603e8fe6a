# Methods are found along C3 linearization, and super() walks on from the class it is in.
class A:
    def who(self): return "A"
    def chain(self): return ["A"]
    @classmethod
    def make(cls): return cls.__name__
class B(A):
    def who(self): return "B" + super().who()
    def chain(self): return ["B"] + super().chain()
    @classmethod
    def make(cls): return "B>" + super().make()
class C(A):
    def who(self): return "C" + super().who()
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def who(self): return "D" + super().who()
    def chain(self): return ["D"] + super(D, self).chain()
    def skip(self): return super(B, self).who()
    @staticmethod
    def static(): return super(D, D()).who()
d = D()
print(d.who(), d.chain(), d.skip(), D.make(), D.static(), [k.__name__ for k in D.__mro__])
print(super(C, d).who(), super(B, D).make(), super(D, d).__thisclass__.__name__, super(D, d).__self__ is d, super(D, d).__self_class__)
print(repr(super(D, d)).split(" at ")[0][:25], type(super(D)).__name__)
class P:
    @property
    def value(self): return 1
class Q(P):
    @property
    def value(self): return super().value + 1
    def via_nested(self):
        return [super(Q, self).value for _ in range(2)]
    def closure(self):
        def inner(): return super(Q, self).value, __class__.__name__
        return inner()
print(Q().value, Q().via_nested(), Q().closure())
class X: pass
class Y(X): pass
for bases in ((X, Y), (A, B), (D, B, D), (bool,), (type(None),), (type(print),), (1,), (int, str), (type(lambda: 0),)):
    try:
        type("Z", bases, {}); print("fine")
    except TypeError as error:
        print(error)
def outside(): return super().x
def bad_self(self): return super(D, self).who()
class Deleted:
    def m(self):
        del self
        return super().m()
for action in (outside, lambda: super().x, lambda: bad_self(1), lambda: super(1, 2), lambda: super(D, 5), lambda: Deleted().m(), lambda: super(D, d).missing, lambda: super(D).who()):
    try:
        action()
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(D.mro() == list(D.__mro__), A.__subclasses__(), issubclass(D, (int, C)))
class Stub(list):
    def append(self, x): super().append(x * 2); return len(self)
s = Stub([1]); print(s.append(5), s, super(Stub, s).__len__())
