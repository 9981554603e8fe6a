# yield from delegates next, send, throw and close, and gives the value of the subgenerator.
def inner():
    print("inner start")
    try:
        a = yield 1
        print("a", a)
        b = yield 2
        print("b", b)
        return a, b
    except KeyError as error:
        print("inner caught", error)
        yield "handled"
        return "after error"
    finally:
        print("inner end")
def outer():
    result = yield from inner()
    print("result", result)
    result = yield from [10, 20]
    print("list result", result)
    return (yield from iter("x"))
g = outer()
print(next(g), g.send("A"), g.send("B"), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
g = outer(); next(g); print(g.throw(KeyError("k")), next(g)); g.close()
g = outer(); next(g); g.close(); print("closed")
class Plain:
    def __iter__(self): return self
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("plain value")
        return self.n
def delegate(x):
    r = yield from x
    yield ("r", r)
print(list(delegate(Plain())))
d = delegate(Plain()); next(d)
for action in (lambda: d.send(5),):
    try:
        action()
    except AttributeError as error:
        print(error)
d = delegate(Plain()); next(d)
try:
    d.throw(ValueError("through"))
except ValueError as error:
    print(error)
class Custom(Plain):
    def send(self, v): return ("sent", v)
    def throw(self, *e): return ("thrown", e[0])
    def close(self): print("custom closed")
d = delegate(Custom()); print(next(d), d.send(7), d.throw(ValueError("x"))[0]); d.close()
for bad in (5, None, lambda: 1):
    try:
        list(delegate(bad))
    except TypeError as error:
        print(error)
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, []], 4], [[5]]])))
def chain(n):
    if n: 
        x = yield from chain(n - 1)
        return x + 1
    yield "bottom"
    return 0
def run(n):
    total = yield from chain(n)
    yield total
print(list(run(100)))
d = delegate(tree([1])); next(d); print(d.gi_yieldfrom.gi_code.co_name)
