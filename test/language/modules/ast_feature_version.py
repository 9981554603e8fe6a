# ast.parse with feature_version refuses what an older version of the language did not have, at about the place where CPython notices.
import ast

FEATURES = [
    'def f(x, /): ...', 'lambda x, /: ...', 'lambda a, /, b=1, *c: ...', '(x := 0)', 'x[a:=1]', 't""', 't"{a}"', 'f"{x=}"',
    'try: 1\nexcept A, B: 1', 'try: 1\nexcept (A, B): 1', 'try: 1\nexcept (A), (B): 1', 'try: 1\nexcept* A, B: 1', 'try: 1\nexcept* A: 1',
    'type X = int', 'class X[T]: pass', 'def f[T](): pass', 'type X[*Ts=int] = int', 'class X[T=int]: pass', 'def f[**P=int](): pass',
    'match x:\n case 1: pass', 'with (a as b): pass', 'async def f(): pass', 'async def f():\n async for x in y: pass',
    'async def f():\n async with x: pass', 'async def f(): await x', 'async def f(): [x async for x in y]', 'async def f():\n yield 1',
    'x: int = 1', 'x: int', '1_000 + 1', 'x @ y', 'x @= y', '@a[0]\ndef f(): pass', 'def f(*args: *T): pass', 'x = 1',
]
for source in FEATURES:
    outcomes = []
    for minor in range(3, 15):
        try:
            ast.parse(source, feature_version=(3, minor))
            outcome = 'accepted'
        except SyntaxError as error:
            outcome = f'{error.msg} ({error.lineno}, {error.offset})'
        if outcomes[-1:] != [outcome]:
            outcomes += [minor, outcome] if outcomes else [outcome]
    print(repr(source), outcomes)
print(ast.dump(ast.parse('x', feature_version=7)))
compile('x := 0 if 0 else (y := 1)'[5:], '', 'eval', _feature_version=3)
