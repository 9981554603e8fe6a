# Coroutines are driven by send, awaits pass through to the driver, results come by StopIteration.
class Ask:
    def __init__(self, q): self.q = q
    def __await__(self): answer = yield self.q; return answer
async def leaf(n):
    x = await Ask(f"leaf {n}")
    return x * 2
async def middle():
    a = await leaf(1)
    b = await leaf(2)
    return a + b
async def top():
    try:
        return await middle()
    finally:
        print("top done")
c = top()
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as stop:
    print("value", stop.value)
unstarted = top()
for action in (lambda: c.send(None), lambda: c.close(), lambda: unstarted.send(1), lambda: iter(c), lambda: [x for x in c], lambda: next(c)):
    try:
        print(action())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
def run(coro, *answers):
    answers = iter(answers)
    try:
        value = coro.send(None)
        while True: value = coro.send(next(answers, None))
    except StopIteration as stop:
        return stop.value
unstarted.close()
print(run(middle(), 1, 2))
c = middle(); c.send(None)
try:
    c.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)
c = top(); c.send(None); c.close()
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_frame, c.cr_await, top.__code__.co_flags & 0x80 != 0)
async def bad_awaits(x): await x
class NotIter:
    def __await__(self): return 5
class GenAwait:
    def __await__(self): return held
held = leaf(1)
for x in (5, None, "s", [], NotIter(), GenAwait(), (i for i in ())):
    try:
        run(bad_awaits(x))
    except TypeError as error:
        print(error)
held.close()
async def twice():
    l = leaf(3)
    print(await l)
    await l
try:
    run(twice(), 4)
except RuntimeError as error:
    print(error)
import types
@types.coroutine
def old(): x = yield "old"; return x
async def uses_old(): return await old()
print(run(uses_old(), 5))
async def lots(): return [await leaf(i) for i in range(3)], {k: await leaf(k) for k in range(2)}, (await leaf(0), await leaf(1))
print(run(lots(), *range(1, 10)))
async def conditional(x): return (await leaf(1)) if x else 0, not await leaf(2), -await leaf(3), await leaf(4) ** 2
print(run(conditional(True), 1, 2, 3, 4))
async def stops(): raise StopIteration("s")
try:
    run(stops())
except RuntimeError as error:
    print(error)
