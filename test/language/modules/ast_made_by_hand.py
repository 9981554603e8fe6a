# What a tree made by hand is asked for: the right root, places in order, a sensible order of complaints; and how nodes are shown.
import ast


def attempt(function):
    try:
        function()
        print('accepted')
    except Exception as error:
        print(type(error).__name__, error)


print(repr(ast.parse('x = f(y)')), ast.Load(), ast.Module([ast.Pass()]))
for tree in ast.Constant(42), ast.parse('1'), ast.parse('1', mode='eval'), ast.parse('1', mode='single'):
    for mode in 'exec', 'eval', 'single':
        attempt(lambda: ast.parse(tree, mode=mode))
        attempt(lambda: ast.parse(tree, mode=mode, optimize=2))

SOURCE = '''
def f[T](a, b: int = 1, *c: int, d=2, **e): pass
import a as b
f(x=1)
try: 1
except A as b: 2
match x:
    case [A(x=1), {'k': y, **z}, *w]: pass
'''
for i in range(len(list(ast.walk(ast.parse(SOURCE))))):
    tree = ast.parse(SOURCE)
    node = list(ast.walk(tree))[i]
    if 'lineno' in node._attributes:
        node.lineno = node.end_lineno + 1
        print(type(node).__name__, end=' ')
        attempt(lambda: compile(tree, '', 'exec'))
for field in 'lineno', 'col_offset':
    for start, end in (10, 1), (-10, -11), (-5, -2), (-5, 1), (-1, -1), (1, -1), (5, 4):
        tree = ast.parse('a = 1')
        setattr(tree.body[0], field, start)
        setattr(tree.body[0], f'end_{field}', end)
        attempt(lambda: compile(tree, '', 'exec'))

stored, loaded = ast.Name('stored', ast.Store()), ast.Name('loaded', ast.Load())
wrong = ast.comprehension(loaded, loaded, [], 0)
x, y, z = ast.arg('x', stored), ast.arg('y', loaded), ast.arg('z', loaded)
for expression in [
    ast.ListComp(stored, [wrong]),
    ast.DictComp(stored, stored, [wrong]),
    ast.Lambda(ast.arguments([], [x], None, [], [loaded], None, [loaded, loaded]), loaded),
    ast.Lambda(ast.arguments([], [y], None, [], [loaded], x, [loaded]), loaded),
    ast.Lambda(ast.arguments([], [y], None, [], [loaded], z, [stored]), loaded),
    ast.Lambda(ast.arguments([], [y], None, [], [], z, [stored]), loaded),
]:
    attempt(lambda: compile(ast.fix_missing_locations(ast.Expression(expression)), '', 'eval'))
passes = ast.Pass()
for statement in [
    ast.Try([passes], [], [], []),
    ast.Try([], [], [], []),
    ast.Try([passes], [], [passes], [passes]),
    ast.TryStar([passes], [], [], []),
    ast.FunctionDef('f', ast.arguments(), [passes], type_params=[ast.TypeVar('None')]),
]:
    attempt(lambda: compile(ast.fix_missing_locations(ast.Module([statement])), '', 'exec'))
