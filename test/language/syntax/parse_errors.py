# Sources that do not parse: message, line, columns.
cases = [
    "x = = 1", "x = 1 +", "(1, 2", "[1, 2", "{1: 2", "1)", "]", "}", "(1]", "{(1}", "x = (1,\ny = 2", "def f(:\n  pass", "def f()\n  pass",
    "if x\n  y", "if x:\ny", "  x = 1", "x = 1\n  y = 2", "if x:\n    y\n  z", "def f():\npass", "class A\n  pass", "for x in y\n  z", "while x\n  y",
    "else: pass", "elif x: pass", "except: pass", "finally: pass", "print 'x'", "exec 'x'", "print x", "x y", "a b c", "1 2", "x..y", "x.1", "x->y",
    "x ? y", "$x", "x!", "!x", "`x`", "a = 5 if b", "a if b else", "a = x if y else pass", "import", "from x import", "from x import (a, b", "from x import a,",
    "from . import", "import x.", "lambda x", "lambda x: ", "def f(x=1, y): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, x): pass", "def f(*a, *b): pass",
    "def f(/, x): pass", "def f(x, /, y, /): pass", "def f(*x, /): pass", "def f(x y): pass", "f(x for x in y, 1)", "f(1, x for x in y)", "[x, y for x in z]", "(x, y for x in z)",
    "with x as y z: pass", "raise x from", "return return", "not", "x = not", "x is", "x not y", "and x", "@\ndef f(): pass", "async x", "x = async", "await = 1", "class = 1", "x.class",
    "try:\n  x\ny", "try:\n  x\nexcept A, B: pass", "try:\n  x\nexcept A, B as e: pass", "match x:\n  case 1 +: pass", "match x:\n  case a | b: pass", "match x:\n  case a: pass\n  case b: pass",
    "case 1: pass", "x = {", "x = '''abc", "f(", "x = \\", "x = \\ 1", "\\", "if True:\n\tx\n        y", "x = 0777", "1a", "1_a", "0b12", "0o9", "5abc", "1if 2else3", "x = [1, 2,, 3]", "(,)", "a, , b", "for x y in z: pass", "for in x: pass",
    "dict(a=1, b)", "f(**x, y)", "a = {1, 2: 3}", "{**x, *y}", "def f(a, (b, c)): pass", "lambda (a, b): 1", "x = 1 if 2 else 3 else 4", "yield = 1", "global x y", "import a b", "with open(x) as f, : pass", "assert x, y, z",
]
for case in cases:
    try:
        compile(case, "<case>", "exec")
        print(repr(case), "compiles")
    except SyntaxError as error:
        print(repr(case), "->", type(error).__name__, error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset))
