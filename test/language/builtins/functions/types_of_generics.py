# Generic aliases and unions: list[int], int | None, their attributes and errors.
import types
a = list[int]; print(a, a.__origin__, a.__args__, a.__parameters__, a() == [], a([1]), dict[str, int], tuple[int, ...], type[int], list[list[int]], list["fwd"], a == list[int], a != list[str], hash(a) == hash(list[int]), type(a).__name__, isinstance(a, type), a.append is list.append, list[int, str] if False else list[int,])
u = int | str; print(u, u.__args__, int | None, None | int, int | str | int, u == str | int, hash(u) == hash(str | int), type(u).__name__, isinstance(1, u), issubclass(bool, u), int | list[int], u | float, u | None, (int | str) | (str | bytes))
from typing import TypeVar, Optional, Union
T, K = TypeVar("T"), TypeVar("K")
g = dict[K, list[T]]; print(g.__parameters__, g[int, str], list[T][int], list[T | int][str], (T | None)[int], Optional[int], Union[int, str], Union[int], Union[int, None] == (int | None), tuple[()], tuple[T, ...][int])
for code in ("list[int][str]", "list[T][int, str]", "int[int]", "isinstance([], list[int])", "issubclass(list, list[int])", "int | 5", "5 | int", "'a' | int", "int | 'a'", "class A(list[int]): pass", "A.__orig_bases__", "class B(int | str): pass", "a.__origin__ = 5", "(int | str)()", "a[0]", "isinstance(1, int | list[int])", "list[int].x", "list[*tuple[int]]", "next(iter(tuple[int]))", "int | (lambda: 0)", "types.GenericAlias(list, int)", "types.GenericAlias(list, (int, str)).__args__", "types.UnionType is Union", "list[int].__class__", "dict[int].__reduce__()[0].__name__", "type(int | str).__module__", "list[[]]", "list[1, 'x']", "list[...]"):
    try: print(code, "=", eval(code) if not code.startswith("class") and " = " not in code else exec(code, globals()))
    except (TypeError, AttributeError) as error: print(code, "->", type(error).__name__, error)
