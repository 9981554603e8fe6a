"""Branches that run late, on objects whose classes the code before them has told; and calls of one of several classes."""


class Shape:
    kind = "shape"
    late = "of the class"

    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.ratio = 0.5
        self.log = None

    def side(self, i):
        return self.width if i < 900 else self.height

    def late_store(self, i):
        total = self.width
        if i >= 900:
            self.log = i
            self.ratio = self.ratio * 2 if i < 905 else i
            self.extra = i
        return total

    def late_class(self, i):
        total = self.width
        if i >= 900:
            return total, self.kind, self.late, self.describe(), self.area
        return total

    def describe(self):
        return type(self).__name__

    @property
    def area(self):
        return self.width * self.height


class Square(Shape):
    kind = "square"

    def describe(self):
        return "square of " + str(self.width)


class Slotted:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def side(self, i):
        return self.left if i < 900 else self.right


class Asking(Shape):
    def __getattr__(self, name):
        return "asked for " + name

    def late_class(self, i):
        total = self.width
        return (total, self.missing) if i >= 900 else total


class Wrapped:
    def __init__(self):
        self.value = 1

    def get(self, i):
        first = self.value
        return first, self.value, self.other if i >= 900 else None


def ends(function):
    answers = [function(i) for i in range(1000)]
    print(answers[0], answers[899], answers[900], answers[999])


def sides(things):
    return lambda i: [thing.side(i) for thing in things]


ends(sides([Shape(1, 2)]))
ends(sides([Shape(1, 2), Square(3, 3), Slotted(4.5, 5)]))
shape = Shape(6, 7)
ends(shape.late_store)
print(shape.log, shape.ratio, shape.extra)
for thing in Shape(1, 2), Square(3, 4), Asking(5, 6):
    ends(thing.late_class)

wrapped = Wrapped()
wrapped.other = "own"
Wrapped.other = "class"
ends(wrapped.get)
Wrapped.other = property(lambda self: "property", lambda self, value: None)
ends(wrapped.get)
del Wrapped.other, wrapped.other
try:
    ends(wrapped.get)
except AttributeError as error:
    print(error)


def make(i):
    kind = Shape if i % 3 else Square
    return kind(i, 1).describe()


ends(make)
Square.__init__ = lambda self, width, height: setattr(self, "width", -width)
ends(make)
