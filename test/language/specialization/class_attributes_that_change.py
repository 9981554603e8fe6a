"""Class attributes assigned in hot loops: counters on a class, its subclasses and instances, until something else than a plain value comes."""


class Counter:
    total = 0
    step = 1

    def count(self):
        Counter.total += self.step
        return self.total


class Sub(Counter):
    pass


class Hiding(Counter):
    total = -1


def counted(turns):
    counter, sub, hiding = Counter(), Sub(), Hiding()
    seen = []
    for i in range(turns):
        values = counter.count(), sub.count(), hiding.count(), Sub.total, Hiding.total
        if i % 100 == 50:
            seen.append(values)
        if i == 250:
            sub.total = 'own'
        if i == 350:
            Counter.step = 2
    return seen


print(counted(500))


class Late:
    value = 0

    def read(self):
        return self.value


def shown(value):
    return value if isinstance(value, (int, str)) else type(value).__name__


def descriptors(turns):
    late = Late()
    seen = []
    for i in range(turns):
        Late.value = i
        if i == 200:
            Late.value = property(lambda self: 'property')
        elif i == 201:
            seen.append(late.read())
            Late.value = 7
        elif i == 300:
            Late.value = lambda self: self
            seen.append(late.read()() is late)
        elif i == 350:
            del Late.value
            try:
                late.read()
            except AttributeError as error:
                seen.append(str(error))
            Late.value = 'again'
        if i % 50 == 0:
            seen.append((shown(late.read()), shown(Late.value)))
    return seen


print(descriptors(450))


class Meta(type):
    level = 0


class WithMeta(metaclass=Meta):
    def level_of(self):
        return type(self).level


def metaclasses(turns):
    seen = []
    for i in range(turns):
        Meta.level = i
        seen.append(WithMeta().level_of())
        if i == 60:
            WithMeta.level = 'own'
    return seen[::10]


print(metaclasses(100))


class Slotted:
    __slots__ = ('x',)
    made = 0

    def __init__(self):
        Slotted.made += 1
        self.x = Slotted.made


print(sum(Slotted().x for _ in range(300)), Slotted.made)
