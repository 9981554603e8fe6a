"""All shortest paths in a dense graph: three nested loops over rows of ints, with floats for the unreachable."""
import sys

SIZE = 220


def graph(n):
    infinity = float("inf")
    rows = []
    state = 99
    for i in range(n):
        row = []
        for j in range(n):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            weight = (state >> 8) % 100 + 1
            row.append(0 if i == j else weight if weight < 30 else infinity)
        rows.append(row)
    return rows


def all_paths(distance):
    n = len(distance)
    for k in range(n):
        through = distance[k]
        for i in range(n):
            row = distance[i]
            first = row[k]
            for j in range(n):
                length = first + through[j]
                if length < row[j]:
                    row[j] = length


def run(n=SIZE):
    distance = graph(n)
    all_paths(distance)
    total = sum(map(sum, distance))
    return f"{total} {max(map(max, distance))} {distance[0][n - 1]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
