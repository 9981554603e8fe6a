# Builtins refuse wrong arguments with CPython's words.
calls = [
    "len()", "len(1, 2)", "len(5)", "len(obj=[])", "abs('a')", "abs()", "chr('a')", "chr(-1)", "chr(0x110000)", "ord('ab')", "ord(5)", "ord('')", "ord(b'ab')", "hash([])", "hash({})", "hash()",
    "int('x')", "int('1', 99)", "int([])", "int(1, 2)", "int('1', 'x')", "int(x=1)", "float('x')", "float([])", "float(1, 2)", "complex('x')", "complex('1', 2)", "complex([], 1)", "complex(1, [])",
    "str(1, 2)", "str(b'a', 5)", "bytes('a')", "bytes(-1)", "bytes(['a'])", "bytes([256])", "bytes(1.5)", "bytearray('x')", "list(5)", "list(1, 2)", "list(a=1)", "tuple(5)", "set(5)", "dict(5)", "dict([1])", "dict([(1, 2, 3)])", "dict(1, 2)",
    "range()", "range('a')", "range(1.5)", "range(1, 2, 0)", "range(1, 2, 3, 4)", "slice()", "iter(5)", "iter([], 1)", "next([])", "next(5)", "next(iter([]))", "enumerate()", "enumerate(5)", "zip(1)", "zip([], x=1)", "map()", "map(1)", "map(1, 2)", "filter(1)", "filter(None, 5)",
    "sorted()", "sorted(5)", "sorted([1, 'a'])", "sorted([], 1)", "sorted([], foo=1)", "reversed(5)", "reversed({1})", "sum(5)", "sum(['a'])", "sum([], '')", "sum([1], b'')", "min()", "min(5)", "min([])", "max([], default=1, foo=2)", "max(1, 2, default=3)", "min(1, 'a')", "all(5)", "any()",
    "round('a')", "round(1.5, 'a')", "pow('a', 2)", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2.0, 1, 3)", "divmod(1, 0)", "divmod('a', 1)", "isinstance(1, 5)", "isinstance(1)", "issubclass(1, int)", "issubclass(int, 5)", "callable()",
    "getattr(1)", "getattr(1, 5)", "getattr(1, 'zzz')", "setattr(1, 'a', 2)", "setattr(1, 2, 3)", "delattr(1, 'a')", "hasattr(1, 2)", "vars(1)", "type()", "type(1, 2)", "type(1, 2, 3)", "type('a', 1, {})", "super()", "object(1)", "print(sep=1)", "print(end=1)", "print(foo=1)", "input(1, 2)",
    "repr()", "ascii(1, 2)", "bin('a')", "hex(1.5)", "oct()", "format(1, 2)", "format(1, 'zz')", "eval(5)", "exec(5)", "compile('1', 'f')", "compile('1', 'f', 'bad')", "open()", "memoryview(5)", "property(1, 2, 3, 4, 5)", "classmethod()", "staticmethod()", "__import__(5)", "id()", "bool(1, 2)", "frozenset(1, 2)", "eval('1', 5)",
]
for call in calls:
    try:
        print(call, "fine", eval(call))
    except BaseException as error:
        print(call, "->", type(error).__name__, error)
for each in (iter(""), iter(b""), (x for x in ()), [].append, list.append, list.__len__, memoryview.obj):
    try: type(each).__new__(type(each))
    except TypeError as error: print(error)
import operator, types
alike = types.ModuleType("alike")
for alike.alike in (5, print):
    try: alike()
    except TypeError as error: print(error)
for call in ("operator()", "ImportError(name=1, path=2, name_from=3, foo=4)", "NameError(foo=4, name=5)", "AttributeError(foo=4)", "[].sort(key=None, reverse=0, foo=1)"):
    try: eval(call)
    except TypeError as error: print(call, "->", error)
