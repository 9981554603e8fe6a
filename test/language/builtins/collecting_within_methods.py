"""gc.collect() in methods that builtins call: the frames that wait in between keep what they hold."""
import gc


class Collecting:
    def __repr__(self):
        gc.collect()
        return 'C'

    def __len__(self):
        gc.collect()
        return 3

    def __lt__(self, other):
        gc.collect()
        return False


def values():
    for n in (1, 2):
        yield [n, repr(Collecting())]


print(repr(Collecting()), len(Collecting()), [1, Collecting()])
for text in ('a', 'b'):
    print(text, f'{Collecting()!r}', sorted([Collecting(), Collecting()]), list(values()))
print({'k': 1, **{'l': str([Collecting()])}})
