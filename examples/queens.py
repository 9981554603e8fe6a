"""Eight queens by generators and pattern matching: queens.py [N]"""
import sys


def place(n, queens=()):
    match queens:
        case [*placed] if len(placed) == n:
            yield queens
        case _:
            for column in range(n):
                if all(column != q and abs(column - q) != len(queens) - row for row, q in enumerate(queens)):
                    yield from place(n, (*queens, column))


def draw(queens):
    for column in queens:
        print(" ".join("♛" if c == column else "·" for c in range(len(queens))))


if __name__ == "__main__":
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    solutions = list(place(n))
    draw(solutions[0])
    print(f"{len(solutions)} ways to place {n} queens")
