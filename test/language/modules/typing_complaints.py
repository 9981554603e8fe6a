"""What typing says to too few arguments, to odd members of unions, and where type parameters come from."""
from typing import Dict, Generic, TypeVar, Union

T = TypeVar('T')
U = TypeVar('U')
W = TypeVar('W')
D = TypeVar('D', default=int)


class WithDefault(Generic[T, U, D]): pass


class Without(Generic[T, U, W]): pass


def attempt(make):
    try:
        print(make())
    except TypeError as error:
        print('TypeError:', error)


for generic in WithDefault, Without:
    for arguments in (), (int,), (int, int), (int,) * 6:
        attempt(lambda: generic[arguments])
attempt(lambda: dict[T, list[U]][int])
attempt(lambda: Union[T, U, W][int])
attempt(lambda: Dict[T, U][int, int, int])

# Beside a union, typing takes what it can make a type of.
attempt(lambda: (int | str) | 'float')
attempt(lambda: 'float' | (int | str))
attempt(lambda: (int | str) | None)
attempt(lambda: int | 'float')
attempt(lambda: iter(int | str))
print((int | str).__module__)

namespace = {}
exec('from typing import TypeVar\nT = TypeVar("T")', namespace)
print(namespace['T'].__module__)


class Evil:
    """Says that it stands for several types, and answers none."""
    __typing_is_unpacked_typevartuple__ = True

    def __typing_prepare_subst__(*_): return None

    def __typing_subst__(*_): return 42


type Alias[*_] = 0
attempt(lambda: Alias[Evil()][0])
