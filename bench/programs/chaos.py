"""The chaos game on splines: a point jumps to where a random curve takes it. Floats, lists of objects, a picture."""
import math
import random
import sys

SIZE = 45_000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"

    def distance(self, other):
        return math.hypot(self.x - other.x, self.y - other.y)

    def between(self, other, share):
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)


class Spline:
    """A B-spline of any degree, evaluated by de Boor's scheme."""

    def __init__(self, points, degree):
        self.points = points
        self.degree = degree
        last = len(points) - degree
        self.knots = [0.0] * degree + [float(i) for i in range(last + 1)] + [float(last)] * degree

    def domain(self):
        return self.knots[self.degree], self.knots[len(self.points)]

    def span(self, u):
        for index in range(self.degree, len(self.points)):
            if u < self.knots[index + 1]:
                return index
        return len(self.points) - 1

    def at(self, u):
        degree, knots = self.degree, self.knots
        index = self.span(u)
        work = [self.points[index - degree + i] for i in range(degree + 1)]
        for level in range(1, degree + 1):
            for i in range(degree, level - 1, -1):
                low = knots[index - degree + i]
                share = (u - low) / (knots[index + 1 + i - level] - low)
                work[i] = work[i - 1].between(work[i], share)
        return work[degree]


class Game:
    def __init__(self, splines, thickness):
        self.splines = splines
        self.thickness = thickness
        lengths = [self.length(spline) for spline in splines]
        total = sum(lengths)
        self.limits = []
        reached = 0.0
        for length in lengths:
            reached += length / total
            self.limits.append(reached)
        self.limits[-1] = 1.0

    def length(self, spline):
        low, high = spline.domain()
        steps = 100
        total = 0.0
        previous = spline.at(low)
        for i in range(1, steps):
            current = spline.at(low + (high - low) * i / steps)
            total += previous.distance(current)
            previous = current
        return total

    def jump(self, point, choice):
        for spline, limit in zip(self.splines, self.limits):
            if choice <= limit:
                break
        low, high = spline.domain()
        u = low + (high - low) * point.x * 0.9999
        base = spline.at(u)
        ahead = spline.at(min(u + 1e-4, high))
        dx, dy = ahead.x - base.x, ahead.y - base.y
        length = math.sqrt(dx * dx + dy * dy) or 1.0
        offset = (point.y - 0.5) * self.thickness
        x = base.x - dy / length * offset
        y = base.y + dx / length * offset
        return Point(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))


def run(n=SIZE):
    splines = [
        Spline([Point(0.1, 0.2), Point(0.3, 0.9), Point(0.6, 0.8), Point(0.9, 0.7), Point(0.7, 0.4)], 3),
        Spline([Point(0.2, 0.8), Point(0.4, 0.1), Point(0.5, 0.5), Point(0.8, 0.1), Point(0.9, 0.9)], 3),
        Spline([Point(0.0, 0.5), Point(0.5, 0.6), Point(1.0, 0.3)], 2),
    ]
    game = Game(splines, 0.25)
    side = 64
    picture = [[0] * side for _ in range(side)]
    point = Point(0.5, 0.5)
    source = random.Random(1234)
    for _ in range(n):
        point = game.jump(point, source.random())
        picture[int(point.y * (side - 1))][int(point.x * (side - 1))] += 1
    used = sum(1 for row in picture for count in row if count)
    weight = sum((i * 31 + j * 17) % 1009 * count for i, row in enumerate(picture) for j, count in enumerate(row))
    return f"{used} {weight}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
