# aiter, and anext with and without a default.
class Counter:
    def __init__(self, stop): self.at, self.stop = 0, stop
    def __aiter__(self): return self
    async def __anext__(self):
        if self.at == self.stop: raise StopAsyncIteration
        self.at += 1
        return self.at
def run(coroutine):
    try:
        while True: coroutine.send(None)
    except StopIteration as stop: return stop.value
async def main():
    it = aiter(Counter(2))
    print(await anext(it), await anext(it), await anext(it, "default"), await anext(it, None))
    try: await anext(it)
    except StopAsyncIteration: print("over")
    async def generator():
        yield "a"
        yield "b"
    g = aiter(generator())
    print([await anext(g), await anext(g, "x"), await anext(g, "x")], [x async for x in Counter(3)])
run(main())
class Broken:
    def __aiter__(self): return 5
for code in ("aiter(5)", "aiter()", "anext(5)", "anext()", "anext(5, 6, 7)", "aiter(Broken())", "anext([], 1)"):
    try: print(code, "=", eval(code))
    except TypeError as error: print(code, "->", error)
awaitable = anext(Counter(1), "d"); print(type(awaitable).__name__, hasattr(awaitable, "__await__"), hasattr(awaitable, "send")); awaitable.close()
