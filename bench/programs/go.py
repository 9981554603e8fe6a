"""Random games of Go on a small board: groups with liberties as union-find, hashes of positions, lists of ints."""
import sys

SIZE = 170
SIDE = 9
EMPTY, BLACK, WHITE = 0, 1, 2


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit


NEIGHBOURS = []
for square in range(SIDE * SIDE):
    row, column = divmod(square, SIDE)
    near = []
    if row > 0:
        near.append(square - SIDE)
    if row < SIDE - 1:
        near.append(square + SIDE)
    if column > 0:
        near.append(square - 1)
    if column < SIDE - 1:
        near.append(square + 1)
    NEIGHBOURS.append(tuple(near))

_keys = Random(99)
KEYS = [[_keys.below(1 << 22) << 22 | _keys.below(1 << 22) for _ in range(3)] for _ in range(SIDE * SIDE)]


class Board:
    def __init__(self):
        self.colors = [EMPTY] * (SIDE * SIDE)
        self.parent = list(range(SIDE * SIDE))
        self.liberties = [0] * (SIDE * SIDE)
        self.members = [None] * (SIDE * SIDE)
        self.empty = list(range(SIDE * SIDE))
        self.place_of = list(range(SIDE * SIDE))
        self.hash = 0
        self.seen = {0}
        self.captured = [0, 0, 0]

    def find(self, square):
        parent = self.parent
        while parent[square] != square:
            parent[square] = parent[parent[square]]
            square = parent[square]
        return square

    def occupy(self, square, color):
        self.colors[square] = color
        self.hash ^= KEYS[square][color]
        index = self.place_of[square]
        last = self.empty.pop()
        if last != square:
            self.empty[index] = last
            self.place_of[last] = index

    def vacate(self, square):
        self.hash ^= KEYS[square][self.colors[square]]
        self.colors[square] = EMPTY
        self.place_of[square] = len(self.empty)
        self.empty.append(square)

    def allowed(self, square, color):
        """Neither an own eye nor suicide."""
        colors = self.colors
        enemy = 3 - color
        friends = 0
        for near in NEIGHBOURS[square]:
            other = colors[near]
            if other == EMPTY:
                return True
            if other == color:
                friends += 1
                if self.liberties[self.find(near)] > 1 and friends < len(NEIGHBOURS[square]):
                    return True
            elif self.liberties[self.find(near)] == 1:
                return True
        if friends == len(NEIGHBOURS[square]):
            return False
        return any(colors[near] == color and self.liberties[self.find(near)] > 1 for near in NEIGHBOURS[square])

    def count_liberties(self, group):
        liberties = set()
        for member in self.members[group]:
            for near in NEIGHBOURS[member]:
                if self.colors[near] == EMPTY:
                    liberties.add(near)
        self.liberties[group] = len(liberties)

    def play(self, square, color):
        self.occupy(square, color)
        self.parent[square] = square
        self.members[square] = [square]
        changed = set()
        group = square
        for near in NEIGHBOURS[square]:
            other = self.colors[near]
            if other == color:
                friend = self.find(near)
                if friend != group:
                    if len(self.members[friend]) > len(self.members[group]):
                        friend, group = group, friend
                    self.parent[friend] = group
                    self.members[group].extend(self.members[friend])
                    self.members[friend] = None
        for near in NEIGHBOURS[square]:
            if self.colors[near] == 3 - color:
                enemy = self.find(near)
                self.count_liberties(enemy)
                if self.liberties[enemy] == 0:
                    changed |= self.remove(enemy, color)
        for near in changed:
            if self.colors[near] != EMPTY:
                self.count_liberties(self.find(near))
        self.count_liberties(self.find(square))

    def remove(self, group, by):
        touched = set()
        for member in self.members[group]:
            self.vacate(member)
            self.captured[by] += 1
            touched.update(NEIGHBOURS[member])
        self.members[group] = None
        return touched

    def score(self):
        points = [0, 0, 0]
        for square, color in enumerate(self.colors):
            if color != EMPTY:
                points[color] += 1
            else:
                owners = {self.colors[near] for near in NEIGHBOURS[square]}
                if len(owners) == 1:
                    points[owners.pop()] += 1
        return points[BLACK] - points[WHITE]


def playout(source):
    board = Board()
    color = BLACK
    passes = moves = 0
    while passes < 2 and moves < 2 * SIDE * SIDE:
        for _ in range(8):
            if not board.empty:
                break
            square = board.empty[source.below(len(board.empty))]
            if board.allowed(square, color):
                board.play(square, color)
                board.seen.add(board.hash)
                passes = -1
                moves += 1
                break
        passes += 1
        color = 3 - color
    return board.score(), moves, sum(board.captured), len(board.seen)


def run(n=SIZE):
    source = Random(7)
    totals = [0, 0, 0, 0]
    for _ in range(n):
        for index, value in enumerate(playout(source)):
            totals[index] += value
    return " ".join(map(str, totals))


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
