# types, contextlib and weakref odds and ends.
import types
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=3), vars(ns)); del ns.a; print(ns, types.SimpleNamespace({"x": 1}, y=2))
m = types.ModuleType("mod", "doc"); m.x = 1; print(m, m.__name__, m.__doc__, m.x, m.__dict__.keys() >= {"__name__"}, types.MappingProxyType({"a": 1})["a"], types.MappingProxyType({"a": 1}) | {"b": 2})
try: types.MappingProxyType({})["x"] = 1
except TypeError as error: print(error)
C = types.new_class("C", (list,), {}, lambda ns: ns.update(v=5)); print(C, C.v, C([1]), types.resolve_bases((int,)), types.prepare_class("D")[0])
class DCA:
    def __init__(self): self._x = 1
    @types.DynamicClassAttribute
    def x(self): return self._x
print(DCA().x, isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(DCA().__init__, types.MethodType), isinstance(types, types.ModuleType), isinstance((x for x in ()), types.GeneratorType), isinstance(int.__add__, types.WrapperDescriptorType), isinstance(str.join, types.MethodDescriptorType), types.NoneType, types.EllipsisType, types.NotImplementedType, types.GenericAlias, isinstance((lambda: 0).__code__, types.CodeType), type(type.__dict__["__dict__"]) is types.GetSetDescriptorType)
code = (lambda a, b=2, *c, d, **e: a).__code__; print(code.co_name, code.co_varnames, code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_flags, code.co_freevars, code.co_consts, code.co_names, code.co_stacksize > 0); print(code.replace(co_name="renamed").co_name, code == code.replace(), hash(code) == hash(code.replace()))
