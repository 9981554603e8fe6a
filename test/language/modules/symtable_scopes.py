"""symtable shows the compiler's scopes and symbols."""
import symtable

source = """
def f(a, *, b=1):
    global g
    def inner(): return a
    return [x for x in a if x > b]
class C[T]:
    x: int = 1
type X[Y] = int
"""


def show(table, depth=0):
    symbols = sorted((s.get_name(), s.is_local(), s.is_free(), s.is_global(), s.is_parameter()) for s in table.get_symbols())
    print(' ' * depth, type(table).__name__, table.get_name(), table.get_type(), table.get_lineno(), table.is_nested(), symbols)
    for child in table.get_children():
        show(child, depth + 2)


show(symtable.symtable(source, 'f', 'exec'))
