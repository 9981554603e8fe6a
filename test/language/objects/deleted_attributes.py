"""What is left when attributes are deleted: values, order and what comes after."""
class Point:
    __slots__ = ('reserved', '__dict__')

    def __init__(self, **fields):
        self.reserved = 'r'
        for name, value in fields.items():
            setattr(self, name, value)


def show(point):
    print({name: getattr(point, name) for name in 'abcdef' if hasattr(point, name)}, point.reserved)


def delete(names):
    point = Point(a=1, b=2.5, c='c', d=4.5, e=None)
    for name in names:
        delattr(point, name)
    show(point)
    point.b = 'again'
    point.f = 6.5
    show(point)
    try: del point.a
    except AttributeError as error: print(error)
    show(point)
    print(list(vars(point).items()))


for names in ('a', 'b', 'c', 'd', 'e', 'ab', 'bd', 'edcba', 'abcde', 'db', 'ae') * 2:
    delete(names)

# A name that held floats only, until now.
first = Point(a=1.5, b=2.5)
Point(a='no float')
del first.b
print(first.a, vars(first))
first.a = 2.5
print(first.a)


class Plain:
    pass


def turn(plain, i):
    plain.x = i
    plain.y = i / 2
    plain.z = [i]
    total = plain.x + plain.y
    del plain.x
    total += plain.y + plain.z[0]
    del plain.y, plain.z
    return total


plain = Plain()
print(sum(turn(plain, i) for i in range(3000)), vars(plain))
# More ways to delete than are worth to be remembered.
for i in range(300):
    setattr(plain, f'name{i}', i)
    if i >= 5: delattr(plain, f'name{i - 5}')
print(vars(plain))
shared = [Plain() for _ in range(3)]
for each in shared:
    each.one, each.two, each.three = 1, 2.0, 3
del shared[1].one
del shared[2].two
shared[1].one = 'late'
print([vars(each) for each in shared], [each.three for each in shared])
del shared[0].__dict__
print(vars(shared[0]))
