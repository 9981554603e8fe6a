"""A puzzle of numbered hexagons, solved by narrowing the possibilities of each cell and guessing the smallest."""
import sys

SIZE = 2

# Of the first forty scattered grids, those that need a search, but not a long one.
SEEDS = (0, 3, 4, 8, 20, 24, 27, 28, 32, 35, 36, 37)


class Grid:
    """A hexagon of cells with axial coordinates; every cell knows its neighbours by index."""

    def __init__(self, radius):
        self.cells = []
        index = {}
        for q in range(-radius + 1, radius):
            for r in range(-radius + 1, radius):
                if abs(q + r) < radius:
                    index[q, r] = len(self.cells)
                    self.cells.append((q, r))
        steps = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
        self.near = []
        for q, r in self.cells:
            self.near.append([index[q + dq, r + dr] for dq, dr in steps if (q + dq, r + dr) in index])


class Puzzle:
    """Tiles carry how many tiles they touch; an empty cell carries nothing (-1)."""

    def __init__(self, grid, counts):
        self.grid = grid
        self.counts = dict(counts)
        self.tried = 0

    def start(self):
        choices = []
        for near in self.grid.near:
            choices.append([value for value in sorted(self.counts) if value <= len(near)])
        return choices

    def narrow(self, choices, left):
        """Drop impossible values until nothing changes; None when a cell has no value left."""
        near = self.grid.near
        changed = True
        while changed:
            changed = False
            for cell, values in enumerate(choices):
                sure = maybe = 0
                for other in near[cell]:
                    possible = choices[other]
                    if possible[0] >= 0:
                        sure += 1
                    if possible[-1] >= 0:
                        maybe += 1
                kept = [v for v in values if v < 0 or sure <= v <= maybe]
                if len(kept) != len(values):
                    if not kept:
                        return None
                    choices[cell] = kept
                    changed = True
            for value, count in left.items():
                fixed = possible = 0
                for values in choices:
                    if value in values:
                        possible += 1
                        if len(values) == 1:
                            fixed += 1
                if fixed > count or possible < count:
                    return None
                if fixed == count and possible > count:
                    for cell, values in enumerate(choices):
                        if len(values) > 1 and value in values:
                            choices[cell] = [v for v in values if v != value]
                            changed = True
                elif possible == count and fixed < count:
                    for cell, values in enumerate(choices):
                        if len(values) > 1 and value in values:
                            choices[cell] = [value]
                            changed = True
        return choices

    def solve(self, choices):
        self.tried += 1
        choices = self.narrow(choices, self.counts)
        if choices is None:
            return None
        open_cells = [cell for cell, values in enumerate(choices) if len(values) > 1]
        if not open_cells:
            return [values[0] for values in choices]
        cell = min(open_cells, key=lambda c: (len(choices[c]), -len(self.grid.near[c])))
        for value in choices[cell]:
            guess = [values[:] for values in choices]
            guess[cell] = [value]
            found = self.solve(guess)
            if found is not None:
                return found
        return None


def make(grid, seed, share):
    """Scatter tiles and read off the counts: a puzzle that has at least one solution."""
    filled = []
    for _ in grid.cells:
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        filled.append((seed >> 16) % 100 < share)
    counts = {}
    for cell, near in enumerate(grid.near):
        value = sum(filled[other] for other in near) if filled[cell] else -1
        counts[value] = counts.get(value, 0) + 1
    return counts


def run(n=SIZE):
    grid = Grid(3)
    tried = total = 0
    for seed in SEEDS * n:
        puzzle = Puzzle(grid, make(grid, seed * 7919 + 1, 45 + seed % 4 * 10))
        solution = puzzle.solve(puzzle.start())
        for cell, value in enumerate(solution):
            touching = sum(solution[other] >= 0 for other in grid.near[cell])
            if value >= 0 and value != touching:
                raise AssertionError("not a solution")
            total += (cell + 1) * (value + 2)
        tried += puzzle.tried
    return f"{tried} {total}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
