"""Decimal literals are as long as sys.set_int_max_str_digits allows; names of t-string fields have no space at the end."""
import ast
import sys


def attempt(source):
    try:
        print(compile(source, '<source>', 'exec').co_filename)
    except SyntaxError as error:
        print(error.msg, error.lineno)


sys.set_int_max_str_digits(1000)
attempt('a = ' + '9' * 1000)
attempt('a = 1\nb = ' + '9' * 1001)
sys.set_int_max_str_digits(0)
attempt('a = ' + '9' * 5000)

value = 42
for template in t'{value = }', t'{  value  }', t'{ value != 3 = !r:3}', t'{value }':
    print(template)


def attempt_tree(tree):
    try:
        compile(ast.fix_missing_locations(tree), '<tree>', 'exec')
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


one = ast.Constant(1)
attempt_tree(ast.Module([ast.Expr(ast.NamedExpr(one, one))], []))
subscript = ast.Subscript(ast.Name('a', ast.Load()), one, ast.Store())
attempt_tree(ast.Module([ast.TypeAlias(subscript, [], one)], []))
attempt_tree(ast.Module([ast.AnnAssign(subscript, one, None, 1)], []))
