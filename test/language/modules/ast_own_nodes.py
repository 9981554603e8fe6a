# Node classes of one's own: what the constructor makes of `_fields` and `_field_types`.
import ast, warnings
warnings.simplefilter("always")
def make(cls, *args, **kwargs):
    with warnings.catch_warnings(record=True) as caught:
        try: result = cls(*args, **kwargs)
        except TypeError as error: return str(error)
    return dict(sorted(vars(result).items())), sorted(str(each.message) for each in caught)
class Typed(ast.AST):
    _fields = ("a", "b", "c", "d")
    _field_types = {"a": int | None, "b": list[str], "c": ast.expr_context, "d": str}
    a = None
print(list(make(Typed)[0]), make(Typed)[1], make(Typed, d="x")[1])
class Odd(ast.AST):
    _fields = (b"\xff", 1, "b")
    _field_types = {"b": list[int]}
print(make(Odd))
print(make(Odd, 1))
print(make(Odd, x=1))
class Untyped(ast.AST): _fields = ("a",)
print(make(Untyped), make(Untyped, 1, 2), make(Untyped, 1, a=2))
class MoreNames(ast.Name): _fields = ast.Name._fields + ("more",)
print(make(MoreNames, "x"))
