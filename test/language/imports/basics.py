# import binds names, from-import takes attributes, as renames; modules are cached.
import math
import math as m, string
import os.path
import collections.abc as cabc
from math import pi, floor as fl
from string import (digits, hexdigits,)
print(math is m, os.path.join("a", "b"), cabc.__name__, pi == math.pi, fl(2.5), digits, hexdigits)
import sys
print(sys.modules["math"] is math, "os.path" in sys.modules, math.__name__, type(math).__name__)
def inside():
    import textwrap
    from math import sqrt
    return textwrap.dedent("  x"), sqrt(4), sorted(locals())
print(inside())
for code in ("import no_such_module_here", "import math.nothing", "from math import nothing", "import no.such.thing", "from no_such import x", "import string.digits", "from . import x", "from .. import y", "from .a import b", "import collections.nothing"):
    try: exec(code, {"__name__": "__main__"})
    except ImportError as error: print(code, "->", type(error).__name__, error, error.name)
import importlib
print(importlib.import_module("math") is math, importlib.import_module(".abc", "collections").__name__, __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__)
class Holder:
    import math as mm
