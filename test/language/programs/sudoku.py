# Sudoku by constraint propagation and search over strings and sets.
ROWS, COLS = "ABCDEFGHI", "123456789"
def cross(a, b): return [x + y for x in a for y in b]
SQUARES = cross(ROWS, COLS)
UNITS = [cross(ROWS, c) for c in COLS] + [cross(r, COLS) for r in ROWS] + [cross(r, c) for r in ("ABC", "DEF", "GHI") for c in ("123", "456", "789")]
OF = {s: [u for u in UNITS if s in u] for s in SQUARES}
PEERS = {s: set(sum(OF[s], [])) - {s} for s in SQUARES}
def parse(grid):
    values = dict.fromkeys(SQUARES, COLS)
    for s, d in zip(SQUARES, grid):
        if d in COLS and not assign(values, s, d): return None
    return values
def assign(values, s, d): return values if all(eliminate(values, s, other) for other in values[s].replace(d, "")) else None
def eliminate(values, s, d):
    if d not in values[s]: return values
    values[s] = values[s].replace(d, "")
    if not values[s]: return None
    if len(values[s]) == 1 and not all(eliminate(values, p, values[s]) for p in sorted(PEERS[s])): return None
    for u in OF[s]:
        places = [p for p in u if d in values[p]]
        if not places or len(places) == 1 and not assign(values, places[0], d): return None
    return values
def search(values):
    if values is None: return None
    if all(len(v) == 1 for v in values.values()): return values
    s = min((s for s in SQUARES if len(values[s]) > 1), key=lambda s: (len(values[s]), s))
    for d in values[s]:
        found = search(assign(values.copy(), s, d))
        if found: return found
    return None
for grid in ("003020600900305001001806400008102900700000008006708200002609500800203009005010300", "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......", "11" + "." * 79):
    solution = search(parse(grid))
    if not solution: print("no solution"); continue
    for r in ROWS: print("".join(solution[r + c] for c in COLS), end="|")
    print(all({solution[s] for s in u} == set(COLS) for u in UNITS))
