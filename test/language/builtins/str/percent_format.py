# The % operator formats with every conversion, flag, width and mapping key.
print("%d %i %u %s %r %a %c %c %x %X %o %e %E %f %F %g %G %%" % (1, 2, 3, "s", "r", "é", "c", 100, 255, 255, 8, 1.5, 1.5, 1.5, 1.5, 1.5, 1e-10))
print("%5d|%-5d|%05d|%+d|% d|%+05d|%#x|%#X|%#o|%#08x|%x|%5.3d|%.0d" % (42, 42, 42, 42, 42, 42, 255, 255, 8, 255, -255, 7, 0))
print("%10s|%-10s|%.2s|%10.3s|%s|%5c|%-5c|" % ("abc", "abc", "abc", "abcdef", None, "x", "y"))
print("%*d|%-*d|%.*f|%*.*f" % (5, 42, 5, 42, 2, 3.14159, 10, 3, 2.71828), "%(a)s %(b)05.1f %(a)r" % {"a": 1, "b": 2.55}, "%(x)s%%" % {"x": 9}, "%(a(b))s" % {"a(b)": "nested"})
print("%s" % (1,), "%s" % [1, 2], "%s %s" % ("a", (1, 2)), "%d" % 3.99, "%d" % True, "%s" % b"x", "%r" % "'", "no format" % (), "no format" % {}, "%d" % 10**20, "%x" % 2**70, "%e" % 10**20, "%ld %hd %Lf" % (1, 2, 3))
class M:
    def __getitem__(self, k): return k * 2
    def __str__(self): return "M str"
    def __repr__(self): return "M repr"
    def __format__(self, s): return "M format"
print("%(key)s" % M(), "%s %r" % (M(), M()), "%s" % M())
class I:
    def __index__(self): return 11
class T:
    def __int__(self): return 12
    def __float__(self): return 1.25
print("%d %x" % (I(), I()), "%d %f" % (T(), T()), "%c" % I())
for code in ("'%d' % 'a'", "'%x' % 1.5", "'%c' % 'ab'", "'%c' % 2**40", "'%s %s' % 'a'", "'%s' % ()", "'%s' % (1, 2)", "'%(a)s' % 5", "'%(a)s' % {}", "'%' % 1", "'%q' % 1", "'%5' % 1", "'%(a' % {}", "'%*d' % (1.5, 1)", "'%.1000000000000f' % 1.0", "'%f' % 'x'", "'%d' % None", "'%i' % 1j", "'abc' % 1", "'abc' % [1]", "'%(a)s %s' % {'a': 1}", "'%x' % 'a'", "'%o' % 1.0", "'%d %d' % (1,)", "'%(a)d' % {'a': 'x'}", "'%c' % 1.5", "'%c' % b'a'", "b'%d' % 'a'"):
    try: print(code, eval(code))
    except (TypeError, ValueError, OverflowError, KeyError) as error: print(code, "->", type(error).__name__, error)
print(b"%d %s %b %a %x %c %c %5.1f|%r" % (5, b"s", b"b", "é", 255, 65, b"B", 1.5, "r"), b"%(k)s" % {b"k": b"v"}, bytearray(b"%d") % 7)
