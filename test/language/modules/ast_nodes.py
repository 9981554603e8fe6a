"""Syntax trees are objects: dumped, changed, copied, compiled, complained about."""
import ast
import copy
import warnings

tree = ast.parse("def f(a, *, b=1):\n    return [x for x in a if x > b]\nclass C: pass\nprint(f'{1!r:>{2}}', 1.5, 2j, ...)")
print(ast.dump(tree, include_attributes=True))
print(ast.unparse(tree))
print(tree, ast.Name('x'), ast.Name.__annotations__, ast.expr.__doc__[:60], ast.arguments._attributes)
namespace = {}
exec(compile(ast.parse('def g(n): return n + 1'), 'x', 'exec'), namespace)
print(namespace['g'](1))
print(ast.dump(copy.deepcopy(tree.body[1])), ast.dump(copy.replace(ast.Name('x'), id='y')))


class Increment(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value + 1), node)


print(eval(compile(Increment().visit(ast.parse('1 + 2', mode='eval')), 'x', 'eval')))
print(ast.literal_eval("{'a': [1, 2.5, (3,)], 'b': -1+2j, 'c': {1}, 'd': None}"))
warnings.simplefilter('error')
for action in (
    lambda: ast.Name(),
    lambda: ast.Name('x', foo=1),
    lambda: ast.Name('a', 'b', 'c'),
    lambda: ast.Name('a', id='b'),
    lambda: compile(ast.Expression(3), 'x', 'eval'),
    lambda: compile(ast.Expression(ast.Name('x')), 'x', 'eval'),
    lambda: compile(ast.Module([3], []), 'x', 'exec'),
    lambda: compile(ast.Module(3, []), 'x', 'exec'),
    lambda: compile(ast.Name('x'), 'x', 'exec'),
    lambda: compile(ast.Expression(ast.Name('x', ast.Store(), lineno=1, col_offset=0)), 'x', 'eval'),
    lambda: compile(ast.Expression(ast.Constant([], lineno=1, col_offset=0)), 'x', 'eval'),
    lambda: compile(ast.parse('x'), 'x', 'eval'),
):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
