# Exceptions carry arguments, cause, context, notes and attributes of their own.
e = ValueError("a", 1)
print(e.args, str(e), repr(e), e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
print(str(ValueError()), repr(ValueError()), str(ValueError("x")), repr(ValueError("x")), str(ValueError(("t",))), str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")), repr(KeyError("k")))
e.args = [1, 2]; print(e.args, e); e.x = 1; print(e.__dict__)
e.add_note("note 1"); e.add_note("note 2"); print(e.__notes__)
for code in ("e.args = 5", "e.__cause__ = 5", "e.__context__ = 'x'", "e.__traceback__ = 5", "e.with_traceback(1)", "e.add_note(5)", "del e.args", "del e.__cause__", "BaseException.__new__()", "ValueError(a=1)", "e.__suppress_context__ = 'y'"):
    try: exec(code); print(code, "fine")
    except TypeError as error: print(code, "->", error)
print(e.__suppress_context__)
f = KeyError("f"); e.__cause__ = f; print(e.__cause__ is f, e.__suppress_context__)
s = StopIteration(1, 2); print(s.value, s.args, StopIteration().value)
x = SystemExit(3); print(x.code, SystemExit().code, SystemExit(1, 2).code)
o = OSError(2, "No such file", "name", None, "name2"); print(o.errno, o.strerror, o.filename, o.filename2, o, o.args)
import errno
for args in ((), ("msg",), (errno.ENOENT, "text"), (errno.EACCES, "denied", "f"), (errno.EEXIST, "exists"), (errno.EAGAIN, "again"), (errno.EPIPE, "pipe"), (errno.ECONNRESET, "reset"), (errno.ESRCH, "p"), (errno.ENOTDIR, "nd"), (errno.EISDIR, "isd"), (errno.EINTR, "intr"), (errno.ETIMEDOUT, "t"), (errno.EPERM, "x"), (9999, "x")):
    o = OSError(*args); print(type(o).__name__, len(o.args), o.strerror, o.filename, str(o)[:5])
print(OSError is IOError is EnvironmentError, FileNotFoundError(1, "x").errno, BlockingIOError(11, "x").errno)
u = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad"); print(u, u.encoding, u.object, u.start, u.end, u.reason)
v = UnicodeEncodeError("ascii", "a\xe9\u4e2d", 1, 3, "why"); print(v, v.object); print(UnicodeEncodeError("ascii", "é", 0, 1, "w"), UnicodeTranslateError("x\u4e2d", 1, 2, "r"))
n = NameError("n", name="nm"); a = AttributeError("a", name="an", obj=5); i = ImportError("i", name="mod", path="p"); print(n.name, a.name, a.obj, i.name, i.path, i.msg, i)
y = SyntaxError("msg", ("file", 1, 2, "text", 3, 4)); print(y.msg, y.filename, y.lineno, y.offset, y.text, y.end_lineno, y.end_offset, y); print(SyntaxError("m"), SyntaxError("m", ("f", 5, 1, "t")), SyntaxError().msg)
for bad in ("SyntaxError('m', 1)", "SyntaxError('m', (1, 2))", "UnicodeDecodeError(1)", "UnicodeDecodeError('a', 'b', 1, 2, 'c')", "ImportError(x=1)", "NameError(y=1)", "UnicodeEncodeError('a', b'', 0, 1, 'r')"):
    try: print(eval(bad))
    except (TypeError, ValueError) as error: print(bad, "->", type(error).__name__, error)
class My(Exception):
    def __init__(self, a, b): self.a = a
    def __str__(self): return f"my {self.a}"
m = My(1, 2); print(m, repr(m), m.args)
class NoInit(ValueError): pass
print(repr(NoInit(1, "x")), NoInit.__mro__[1].__name__, issubclass(NoInit, Exception))
print(isinstance(KeyboardInterrupt(), Exception), isinstance(GeneratorExit(), Exception), KeyError.__bases__, BlockingIOError.__mro__[1:4])
print(e == e, ValueError(1) == ValueError(1), hash(e) == hash(e), ValueError.__doc__, ZeroDivisionError.__base__.__name__)
