"""Hot `super()`, static and class methods: several types at a site, classes that change in mid-loop, instances that hide."""


class Base:
    def value(self, x):
        return x + 1

    @staticmethod
    def double(x):
        return 2 * x

    @classmethod
    def name(cls, x):
        return cls.__name__, x


class Middle(Base):
    def value(self, x):
        return super().value(x) * 2


class Leaf(Middle):
    def value(self, x):
        return super().value(x) + 3


class Other(Middle):
    pass


class Side(Base):
    def value(self, x):
        return -x


class Diamond(Middle, Side):
    def value(self, x):
        return super(Diamond, self).value(x)


def total(objects, turns):
    result = 0
    for i in range(turns):
        for each in objects:
            result += each.value(i)
    return result


print(total([Leaf()], 300), total([Leaf(), Other()], 300))
print(total([Leaf(), Other(), Middle(), Diamond()], 300))


def replaced(turns):
    result = []
    leaf = Leaf()
    for i in range(turns):
        if i == turns // 2:
            Base.value = lambda self, x: 1000 + x
        if i % 100 == 0:
            result.append(leaf.value(i))
        else:
            leaf.value(i)
    return result


print(replaced(600))


def bases(turns):
    result = 0
    leaf = Leaf()
    for i in range(turns):
        if i == turns // 2:
            Middle.__bases__ = (Side,)
        result += leaf.value(i)
    return result


print(bases(400))


def statics(turns):
    result = 0
    leaf = Leaf()
    for i in range(turns):
        if i == 200:
            leaf.double = lambda x: 7
        if i == 300:
            Base.double = staticmethod(lambda x: 100)
        result += leaf.double(i) + Leaf.double(i) + Side.double(i)
    return result


print(statics(400))


def classes(turns):
    seen = set()
    for i in range(turns):
        for each in Leaf(), Other(), Side, Diamond:
            seen.add(each.name(i % 2))
        if i == 150:
            Other.name = classmethod(lambda cls, x: (cls, 'own')[1:])
    return sorted(map(str, seen))


print(classes(300))


class Stack(list):
    def append(self, item):
        super().append(item)
        super().append(-item)

    @classmethod
    def of(cls, *items):
        made = super().__new__(cls)
        for item in items:
            made.append(item)
        return made


def stacked(turns):
    stack = Stack()
    for i in range(turns):
        stack.append(i)
    return len(stack), stack[-3:], Stack.of(1, 2)


print(stacked(300))


class Wrong:
    def value(self):
        return super(Leaf, self).value(1)


def refused(turns):
    messages = set()
    for _ in range(turns):
        try:
            Wrong().value()
        except TypeError as error:
            messages.add(str(error))
    return messages


print(refused(200))
