"""The sun and its four great planets under gravity: nbody.py [STEPS]"""
import sys


class Body:
    def __init__(self, mass, position, velocity):
        self.mass = mass
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity


def solar_system():
    sun_mass = 39.47841760435743
    year = 365.24
    rows = [
        (1.0, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        (0.000954791938424326, (4.841431442464721, -1.160320044027428, -0.10362204447112311),
         (0.00166007664274404, 0.0076990111841974, -0.0000690460016972)),
        (0.000285885980666130, (8.34336671824458, 4.124798564124305, -0.4035234171143214),
         (-0.0027674251072687, 0.0049985280123491, 0.0000230417297574)),
        (0.0000436624404335156, (12.894369562139131, -15.111151401698631, -0.22330757889265573),
         (0.0029646013756476, 0.0023784717395948, -0.0000296589568540)),
        (0.0000515138902046611, (15.379697114850917, -25.919314609987964, 0.17925877295037118),
         (0.0026806777249038, 0.0016282417003824, -0.0000951592254519)),
    ]
    bodies = []
    for mass, position, (vx, vy, vz) in rows:
        bodies.append(Body(mass * sun_mass, position, (vx * year, vy * year, vz * year)))
    return bodies


def settle(bodies):
    """Give the sun the momentum that makes the whole stand still."""
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx -= px / sun.mass
    sun.vy -= py / sun.mass
    sun.vz -= pz / sun.mass


def advance(pairs, bodies, dt, steps):
    for _ in range(steps):
        for one, other in pairs:
            dx = one.x - other.x
            dy = one.y - other.y
            dz = one.z - other.z
            square = dx * dx + dy * dy + dz * dz
            strength = dt / (square * square ** 0.5)
            pull = other.mass * strength
            one.vx -= dx * pull
            one.vy -= dy * pull
            one.vz -= dz * pull
            pull = one.mass * strength
            other.vx += dx * pull
            other.vy += dy * pull
            other.vz += dz * pull
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy(pairs, bodies):
    total = 0.0
    for body in bodies:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for one, other in pairs:
        dx, dy, dz = one.x - other.x, one.y - other.y, one.z - other.z
        total -= one.mass * other.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def main(steps):
    bodies = solar_system()
    settle(bodies)
    pairs = [(bodies[i], bodies[j]) for i in range(len(bodies)) for j in range(i + 1, len(bodies))]
    print(f"energy before: {energy(pairs, bodies):.9f}")
    advance(pairs, bodies, 0.01, steps)
    print(f"energy after {steps} steps: {energy(pairs, bodies):.9f}")
    for name, body in zip(("sun", "jupiter", "saturn", "uranus", "neptune"), bodies):
        print(f"{name:>8} at ({body.x:9.5f}, {body.y:9.5f}, {body.z:9.5f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20000)
