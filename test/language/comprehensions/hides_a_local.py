# The variable of a comprehension hides a local that is an object in one call and unbound in the next.
class Point:
    def __init__(self, x):
        self.x = x


def names(points, isBound):
    if isBound:
        p = Point(7)
    xs = [p.x for p in points if p.x % 2]
    try:
        return sum(xs), p.x
    except UnboundLocalError as error:
        return sum(xs), str(error)


points = [Point(i) for i in range(1000)]
for turn in range(4):
    print(names(points, True), names(points, False))
