# Misspelt names, attributes, keywords and imports get suggestions.
import traceback
def attempt(code, names=None):
    try: exec(code, names if names is not None else {})
    except Exception as error: print(code.strip().split("\n")[-1], "->", traceback.format_exception_only(error)[-1].strip())
class Thing:
    colour = 1
    def __init__(self): self.length = 2; self._hidden = 3
    def method(self): pass
for code in ("t.color", "t.lenght", "t.methd()", "t.hidden", "t.xyzzy", "[].appendd", "''.uper()", "t.col", "len.__nam__", "(1).rael", "{}.itms()", "math.squrt(4)", "T.colur", "t.collour = 1; t.color", "None.foo", "[].push(1)", "''.substring(1)", "[].add(1)", "{}.add(1)", "(1).append(2)", "''.contains('x')", "''.toUpperCase()", "[].length", "[].concat()", "(1, 2).append(3)", "range(3).append(1)", "{1}.append(2)", "{}.put(1, 2)", "frozenset().add(1)", "b''.append(1)"):
    import math
    attempt(code, {"t": Thing(), "math": math, "T": Thing})
for code in ("printt(1)", "lenn([])", "Tru", "none", "x = 1\nprint(xx)", "ValeuError", "import math\nmth", "abcdefgh = 1\nabcdefhg", "def f():\n  local_name = 1\n  return locl_name\nf()", "self", "class A:\n  attribute = 1\n  def m(self): return attribute\nA().m()", "fro", "a", "_private = 1\nprivate", "sys.exit()", "os.path", "time.time()", "json", "tru = 1\ntrue", "elif_"):
    attempt(code)
for code in ("from math import squrt", "import maths", "import colections", "import random_", "from math import xyzzy", "import sis", "import strng.x", "from . import a"):
    attempt(code)
for code in ("def f(argument): pass\nf(argumnet=1)", "print('a', sepp='')", "sorted([], kye=1)", "int('1', bse=2)", "open('f', mod='r')", "class A:\n  def __init__(self, value): pass\nA(valu=1)", "dict.fromkeys([], valeu=1)", "def g(*, keyword): pass\ng(keywrd=1)", "max(1, 2, ky=len)", "[].sort(revers=True)", "'a'.split(seperator='x')", "def h(a, /): pass\nh(a=1)", "enumerate([], strt=1)", "zip([], stric=1)"):
    attempt(code)
