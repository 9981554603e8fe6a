"""Conway's Game of Life on an endless board, as a set of living cells: life.py [GENERATIONS]"""
import sys
from collections import Counter

GLIDER_GUN = """
........................O
......................O.O
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO
OO........O...O.OO....O.O
..........O.....O.......O
...........O...O
............OO
"""


def parse(picture):
    return {(x, y) for y, line in enumerate(picture.strip().splitlines()) for x, c in enumerate(line) if c == "O"}


def step(cells):
    neighbours = Counter(
        (x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy
    )
    return {cell for cell, count in neighbours.items() if count == 3 or count == 2 and cell in cells}


def show(cells, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "·" for x in range(width)))


if __name__ == "__main__":
    generations = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    cells = parse(GLIDER_GUN)
    for _ in range(generations):
        cells = step(cells)
    show(cells, 50, 24)
    print(f"{len(cells)} cells live after {generations} generations")
