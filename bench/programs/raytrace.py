"""A ray tracer for spheres over a checkered floor: small vector objects with operators, virtual calls, floats."""
import math
import sys

SIZE = 180


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))

    def unit(self):
        return self * (1.0 / self.length())

    def mirrored(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.unit()

    def at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, center, radius, surface):
        self.center = center
        self.radius = radius
        self.surface = surface

    def hit(self, ray):
        toward = self.center - ray.origin
        along = toward.dot(ray.direction)
        inside = self.radius * self.radius - (toward.dot(toward) - along * along)
        if inside < 0.0:
            return None
        root = math.sqrt(inside)
        if along - root > 1e-6:
            return along - root
        return along + root if along + root > 1e-6 else None

    def normal(self, point):
        return (point - self.center).unit()


class Floor:
    def __init__(self, height, surface):
        self.height = height
        self.surface = surface

    def hit(self, ray):
        fall = ray.direction.y
        if abs(fall) < 1e-9:
            return None
        distance = (self.height - ray.origin.y) / fall
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Plain:
    def __init__(self, color, shine=0.2):
        self.color = color
        self.shine = shine

    def color_at(self, point):
        return self.color


class Checkered(Plain):
    def color_at(self, point):
        even = (math.floor(point.x) + math.floor(point.z)) % 2 == 0
        return self.color if even else (0.1, 0.1, 0.1)


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, ray):
        best = None
        best_distance = math.inf
        for thing in self.things:
            distance = thing.hit(ray)
            if distance is not None and distance < best_distance:
                best, best_distance = thing, distance
        return best, best_distance

    def color(self, ray, depth=0):
        thing, distance = self.nearest(ray)
        if thing is None:
            return (0.3, 0.5, 0.8)
        point = ray.at(distance)
        normal = thing.normal(point)
        surface = thing.surface
        toward_light = self.light - point
        shadow, shadow_distance = self.nearest(Ray(point, toward_light))
        lit = shadow is None or shadow_distance > toward_light.length()
        bright = 0.15 + (0.85 * max(0.0, normal.dot(toward_light.unit())) if lit else 0.0)
        r, g, b = surface.color_at(point)
        if depth < 3 and surface.shine > 0.0:
            rr, rg, rb = self.color(Ray(point, ray.direction.mirrored(normal)), depth + 1)
            mirror = surface.shine
            rest = (1.0 - mirror) * bright
            return (r * rest + rr * mirror, g * rest + rg * mirror, b * rest + rb * mirror)
        return (r * bright, g * bright, b * bright)


def run(n=SIZE):
    things = [Floor(-1.0, Checkered((0.9, 0.9, 0.9), 0.1))]
    for i in range(6):
        angle = i * math.pi / 3
        center = Vector(2.0 * math.cos(angle), -0.3 + 0.1 * i, 6.0 + 2.0 * math.sin(angle))
        things.append(Sphere(center, 0.7, Plain((0.2 + 0.1 * i, 0.9 - 0.1 * i, 0.5), 0.3)))
    scene = Scene(things, Vector(5.0, 8.0, -3.0))
    eye = Vector(0.0, 0.5, -1.0)
    sums = [0.0, 0.0, 0.0]
    for row in range(n):
        for column in range(n):
            direction = Vector((column - n / 2) / n, (n / 2 - row) / n, 1.0)
            color = scene.color(Ray(eye, direction))
            for channel in range(3):
                sums[channel] += min(1.0, color[channel])
    return " ".join(f"{value:.6f}" for value in sums)


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
