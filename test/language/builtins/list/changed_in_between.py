# A list that changes while it is compared, assigned to or sorted.
from functools import cmp_to_key

class Clears:
    def __init__(self, *lists): self.lists = lists
    def __eq__(self, other):
        for each in self.lists: each.clear()
        return NotImplemented

left, right = [], []
left.append(Clears(right)); right.append(Clears(left))
print(left == right, left, right)
one = []
one.append(Clears(one))
print(one == [1], one)

class Emptying:
    def __init__(self, target): self.target = target
    def __iter__(self):
        yield from self.target
        self.target.clear()

numbers = list(range(5))
try: numbers[::-1] = Emptying(numbers)
except ValueError as error: print(error, numbers)
numbers = list(range(5))
numbers[1:3] = Emptying(numbers)
print(numbers)

values = [3, 1, 2]
def compare(a, b):
    values.append(0); values.pop()
    return a - b
try: values.sort(key=cmp_to_key(compare))
except ValueError as error: print(error, values)
try: values.sort(key=lambda x: values.insert(0, x) or x)
except ValueError as error: print(error, values)

class Unsized:
    def __iter__(self): return iter("ab")
    def __len__(self): raise RuntimeError("no length")
for take in (list, [].extend, sorted, lambda x: [*x], tuple, lambda x: set(x) and 1):
    try: print(take(Unsized()))
    except RuntimeError as error: print(error)
