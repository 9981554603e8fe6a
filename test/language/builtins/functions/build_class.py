# What a class statement does: __mro_entries__, __prepare__, the metaclass, the __class__ cell, keyword arguments.
import builtins
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print("prepare", meta.__name__, name, bases, keywords)
        return {"prepared": True}
    def __new__(meta, name, bases, namespace, **keywords):
        print("new", sorted(namespace), keywords)
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **keywords): print("init", cls, keywords)
class A(metaclass=Meta, flag=1):
    x = prepared
    def method(self): return __class__
print(A.x, A().method() is A, type(A) is Meta)
class Entries:
    def __init__(self, *replacement): self.replacement = replacement
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.replacement
class B(Entries(int, str.__class__ if False else object)): pass
print(B.__bases__, len(B.__orig_bases__), B(5) + 1)
class C(Entries(), Entries()): pass
print(C.__bases__, "__orig_bases__" in vars(C))
def function_meta(name, bases, namespace, **keywords):
    print("function", name, bases, sorted(k for k in namespace if not k.startswith("__")), keywords)
    return 42
class D(metaclass=function_meta, y=2): z = 3
print(D)
class M1(type): pass
class M2(type): pass
def attempt(make):
    try: print(make())
    except (TypeError, RuntimeError) as error: print(type(error).__name__, error)
def conflict():
    class X(metaclass=M1): pass
    class Y(X, metaclass=M2): pass
def bad_entries():
    class Bad:
        def __mro_entries__(self, bases): return [int]
    class X(Bad()): pass
def bad_namespace():
    class P(type):
        @classmethod
        def __prepare__(*args): return 5
    class X(metaclass=P): pass
def bad_base():
    class X(5): pass
def two_layouts():
    class X(int, str): pass
def lost_cell():
    class L(type):
        def __new__(meta, name, bases, namespace):
            namespace = dict(namespace)
            namespace.pop("__classcell__", None)
            return super().__new__(meta, name, bases, namespace)
    class X(metaclass=L):
        def f(self): return __class__
for make in (conflict, bad_entries, bad_namespace, bad_base, two_layouts, lost_cell, lambda: builtins.__build_class__(), lambda: builtins.__build_class__(1, "a"), lambda: builtins.__build_class__(lambda: None, 1), lambda: builtins.__build_class__(lambda: None, "E").__name__): attempt(make)
class Custom(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"): print("set", key, value)
        super().__setitem__(key, value)
class Recording(type):
    @classmethod
    def __prepare__(meta, name, bases): return Custom()
    def __new__(meta, name, bases, namespace): return super().__new__(meta, name, bases, dict(namespace))
class E(metaclass=Recording):
    a = 1
    for a in range(2): b = a
    del b
print(E.a, hasattr(E, "b"))
class F:
    values = [__qualname__, __name__, __module__]
    here = sorted(k for k in locals() if not k.startswith("__"))
print(F.values, F.here)
