"""Ways to place queens, by backtracking over lists of flags."""
import sys

SIZE = 10


def solve(n):
    columns = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)
    places = []
    found = []

    def place(row):
        if row == n:
            found.append(tuple(places))
            return
        for column in range(n):
            if columns[column] or rising[row + column] or falling[row - column + n]:
                continue
            columns[column] = rising[row + column] = falling[row - column + n] = True
            places.append(column)
            place(row + 1)
            places.pop()
            columns[column] = rising[row + column] = falling[row - column + n] = False

    place(0)
    return found


def run(n=SIZE):
    counts = []
    for size in range(4, n + 2):
        counts.append(len(solve(size)))
    return f"{counts} {solve(n)[0]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
