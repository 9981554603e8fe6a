# A key with an __eq__ of its own, met while a plain key is looked up, sees the caller's locals and line as they are.
import sys
seen = []
class Key:
    def __init__(self, like): self.like = like
    def __hash__(self): return hash(self.like)
    def __eq__(self, other):
        caller = sys._getframe(1)
        seen.append((caller.f_code.co_name, caller.f_lineno, caller.f_locals["n"]))
        return False
def contains(d, times):
    n = 0
    for i in range(times):
        n = n + 1
        5 in d
def subscript(d, times):
    n = 0
    for i in range(times):
        n = n + 1
        try: d[5]
        except KeyError: pass
for use in contains, subscript:
    use({5: 1}, 1500)
    del seen[:]
    use({Key(5): 0}, 1500)
    print(use.__name__, len(seen), seen[0], seen[-1])
