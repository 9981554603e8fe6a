"""What a handler's way has boxed is not boxed on the other way."""


class Weighed:
    def __init__(self, weight):
        self.weight = weight

    def go(self, v):
        w = weight
        return v + self.weight + w


def run(n, thing):
    seen = set()
    for i in range(n):
        f = i * 0.5
        b = i % 2 == 0
        global weight
        weight = [i]
        try:
            seen.add(thing.go(f))
        except TypeError as e:
            seen.add(str(e))
        if i % 50 == 49:
            thing = Weighed([thing.weight])
    return sorted(seen)


weight = 1
for _ in range(40):
    answer = run(60, Weighed([1]))
print(answer)
