# Invalid placements of statements are refused with CPython's messages.
cases = [
    "return 1", "yield 1", "break", "continue", "await x", "def f():\n  break", "class A:\n  return 1", "for i in x: pass\nbreak",
    "def f():\n  global x\n  x = 1\n  nonlocal x", "def f(x):\n  global x", "def f():\n  x = 1\n  global x", "nonlocal x",
    "def f():\n  nonlocal missing", "def f():\n  print(x)\n  global x", "def f(a, a): pass", "f(a=1, a=2)", "from __future__ import nothing",
    "x = 1\nfrom __future__ import annotations", "from x import *\ndef f():\n  from y import *", "import a.b as c.d",
    "async for x in y: pass", "async with x: pass", "def f():\n  await x", "[await x for x in y]", "lambda: (yield)", "class A: yield",
    "try: pass", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept*: pass",
    "def f():\n  return\n  async for a in b: pass", "with x as 1: pass", "for 1 in x: pass", "import a as 1", "1 = x", "f() = 1", "a + b = 1",
    "None = 1", "x.None = 1", "True += 1", "def None(): pass", "(a, b) += 1", "[a] += 1", "x: int: str", "(x, y): int", "a, b: int = 1",
    "async def f():\n  yield 1\n  return 2", "async def f():\n  yield from x", "__debug__ = 1", "f(__debug__=1)", "def f(__debug__): pass",
    "del __debug__", "x = yield = 1", "if x = 1: pass", "while x = 1: pass", "f(x.y=1)", "f(1=2)", "f(True=1)", "{1: *a}", "{1:}", "{1: 2, 3}",
]
for case in cases:
    try:
        compile(case, "<case>", "exec")
        print(repr(case), "compiles")
    except SyntaxError as error:
        print(repr(case), "->", error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset))
