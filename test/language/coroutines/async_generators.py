# Asynchronous generators, async for and async comprehensions.
class Pause:
    def __await__(self): yield
def run(coro):
    n = 0
    try:
        while True: coro.send(None); n += 1
    except StopIteration as stop:
        return stop.value, n
async def agen(n):
    try:
        for i in range(n):
            await Pause()
            got = yield i
            if got: print("got", got)
    finally:
        print("agen finally")
async def consume():
    total = 0
    async for x in agen(3):
        total += x
    else:
        print("else")
    return total
print(run(consume()))
async def comprehensions():
    a = [x async for x in agen(3)]
    b = {x async for x in agen(2) if x}
    c = {x: await ident(x) async for x in agen(2)}
    d = [x async for y in agen(2) async for x in agen(y)]
    e = (x * 2 async for x in agen(3))
    f = [x async for x in e]
    return a, b, c, d, type(e).__name__, f
async def ident(x): await Pause(); return x
print(run(comprehensions()))
async def protocol():
    g = agen(5)
    print(await g.__anext__(), await g.asend("hello"), await anext(g), await anext(g, "d"))
    try:
        await g.athrow(KeyError("thrown"))
    except KeyError as error:
        print("KeyError", error)
    try:
        await g.__anext__()
    except StopAsyncIteration as error:
        print("ended", error.args)
    print(await anext(g, "default"))
    h = agen(2); await anext(h); await h.aclose(); print("closed")
    await agen(1).aclose()
run(protocol())
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        await Pause()
        if self.n < 0: raise StopAsyncIteration
        return self.n
async def custom():
    print([x async for x in AIter(3)], aiter(a := AIter(1)) is a)
    async for a, *b in pairs(): print(a, b)
    async for x in AIter(9):
        if x == 7: break
        if x == 8: continue
    print("broke at", x)
async def pairs(): yield 1, 2, 3; yield "ab"
run(custom())
class BadA:
    def __aiter__(self): return 5
class BadB:
    def __aiter__(self): return self
    def __anext__(self): return 5
for bad in (5, [1], BadA(), BadB()):
    async def go():
        async for x in bad: pass
    try:
        run(go())
    except TypeError as error:
        print(error)
g = agen(1)
print(type(g).__name__, g.ag_running, g.ag_await, g.ag_code.co_name, hasattr(g, "__iter__"), (a := g.__anext__(), a.close())[1], type(a).__name__)
async def raises(): yield 1; raise StopAsyncIteration("x")
async def go(): return [x async for x in raises()]
try:
    run(go())
except RuntimeError as error:
    print(error)
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for args in ((), (ValueError, "x"), (ValueError, "x", None), (1, 2, 3, 4), (KeyError,)):
        thrown = agen(1).athrow(*args)
        print([str(each.message) for each in caught]); caught.clear()
        try: thrown.send(None)
        except Exception as error: print(type(error).__name__, error)
        print(len(caught))
