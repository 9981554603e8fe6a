# typing at run time.
import typing
from typing import *
T = TypeVar("T")
print(Any, Optional[int], Union[int, str, int], List[int], Dict[str, int], Callable[[int], str], Callable[..., int], Tuple[int, ...], Literal[1, "a"], ClassVar[int], Final, Annotated[int, "meta"], Type[int], NoReturn, Never, Self, get_origin(list[int]), get_args(Dict[str, int]), get_args(Optional[int]), get_origin(Literal[1]), List[T][int], Callable[[T], T][int], T, Literal[1, 1, 2])
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box[int], Box[int](5).v, Box[int].__origin__, Box[int].__args__, Box.__parameters__, Box.__orig_bases__, Box[int] == Box[int], Box[T][str])
class Proto(Protocol):
    def run(self) -> int: ...
@runtime_checkable
class Closes(Protocol):
    def close(self): ...
class Thing:
    def close(self): pass
print(isinstance(Thing(), Closes), isinstance(5, Closes), issubclass(Thing, Closes))
class Movie(TypedDict, total=False): name: str; year: Required[int]
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Movie(name="x", year=1), Movie.__annotations__, Movie.__required_keys__, Movie.__optional_keys__, Emp("a"), Emp._fields, Emp._field_defaults, Emp.__annotations__)
UserId = NewType("UserId", int); print(UserId(5), UserId.__name__, cast(int, "a"), get_type_hints(Box.__init__), get_type_hints(Emp), TYPE_CHECKING, final(Thing) is Thing, no_type_check(Thing) is Thing)
for code in ("isinstance(5, Proto)", "Proto()", "Union[()]", "Optional[int, str]", "List[int, str]", "Box[int, str]", "isinstance(1, List[int])", "Literal()", "ClassVar[1]", "Callable[int]", "TypeVar('T', int)", "TypeVar('T', bound=int).__bound__", "class X(Any): pass", "Any()", "class Y(Generic): pass", "class Z(Generic[int]): pass", "Self[int]", "assert_never(5)", "Dict[int]", "Annotated[int]", "get_type_hints(5)", "ForwardRef('x y')", "Union[int]", "Final[int]", "issubclass(int, Proto)"):
    try: print(code, "=", eval(code) if not code.startswith("class") else exec(code))
    except (TypeError, SyntaxError, AssertionError) as error: print(code, "->", type(error).__name__, error)
