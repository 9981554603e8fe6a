# A text adventure driven by a script: parsing with match, state in dataclass-like objects.
class Room:
    def __init__(self, name, items=(), **exits): self.name, self.items, self.exits = name, list(items), exits
class Game:
    def __init__(self):
        hall, cellar, garden = Room("hall", ["lamp"], down="cellar", out="garden"), Room("cellar", ["gold"], up="hall"), Room("garden", in_="hall")
        self.rooms = {r.name: r for r in (hall, cellar, garden)}; self.here, self.bag, self.lit, self.moves, self.over = hall, [], False, 0, False
    def do(self, line):
        self.moves += 1
        match line.lower().split():
            case []: return "say something"
            case ["go", direction] | [("up" | "down" | "out" | "in") as direction]:
                target = self.here.exits.get(direction) or self.here.exits.get(direction + "_")
                if target is None: return f"you cannot go {direction}"
                if target == "cellar" and not self.lit: return "it is too dark"
                self.here = self.rooms[target]; return self.look()
            case ["look"] | ["l"]: return self.look()
            case ["take", "all"]:
                taken, self.here.items = self.here.items, []; self.bag += taken
                return f"taken: {', '.join(taken) or 'nothing'}"
            case ["take" | "get", item] if item in self.here.items: self.here.items.remove(item); self.bag.append(item); return f"you have the {item}"
            case ["take" | "get", item]: return f"there is no {item}"
            case ["drop", *items] if items and all(i in self.bag for i in items):
                for i in items: self.bag.remove(i); self.here.items.append(i)
                return "dropped"
            case ["light", "lamp"] if "lamp" in self.bag: self.lit = True; return "the lamp burns"
            case ["inventory" | "i"]: return f"you carry {sorted(self.bag) or 'nothing'}"
            case ["quit"]: self.over = True; return f"you leave after {self.moves} moves with {len(self.bag)} things"
            case [verb, *rest]: return f"you do not know how to {verb}" + (f" the {' '.join(rest)}" if rest else "")
    def look(self): return f"{self.here.name}: {', '.join(self.here.items) or 'empty'}; exits {', '.join(e.rstrip('_') for e in self.here.exits)}"
g = Game()
for line in ("look", "down", "take sword", "get lamp", "light lamp", "i", "go down", "take all", "up", "out", "drop gold lamp", "look", "drop gold", "dance with wolves", "", "in", "take all", "sing", "go nowhere", "quit"):
    print(">", line); print(g.do(line))
    if g.over: break
