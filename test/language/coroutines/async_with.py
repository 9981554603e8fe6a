# async with enters and leaves asynchronously, in order, also when exceptions pass.
class Pause:
    def __await__(self): return (yield)
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as stop: return stop.value
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self): await Pause(); print("enter", self.name); return self.name
    async def __aexit__(self, t, v, tb): await Pause(); print("exit", self.name, t and t.__name__, v); return self.swallow
async def simple():
    async with CM("a") as a, CM("b") as b: print("body", a, b); return 5
print(run(simple()))
async def raising():
    async with CM("outer", swallow=True):
        async with CM("inner"): raise ValueError("v")
    print("swallowed")
    async with (CM("p") as p, CM("q"),): print(p)
    for i in range(2):
        async with CM(i):
            if i == 0: continue
            break
run(raising())
class Half:
    async def __aenter__(self): pass
class NotAsync:
    def __aenter__(self): return 1
    def __aexit__(self, *a): return 1
for cm in (5, Half(), NotAsync(), __import__("contextlib").nullcontext.__class__):
    async def go():
        async with cm: pass
    try:
        run(go())
    except TypeError as error:
        print(error)
from contextlib import asynccontextmanager, AsyncExitStack
@asynccontextmanager
async def manager(x):
    print("setup", x); await Pause()
    try: yield x * 2
    except KeyError: print("handled")
    finally: print("teardown", x)
async def use():
    async with manager(1) as m: print(m)
    async with manager(2): raise KeyError
    async with AsyncExitStack() as stack:
        print([await stack.enter_async_context(manager(i)) for i in (3, 4)])
        stack.callback(print, "callback")
run(use())
