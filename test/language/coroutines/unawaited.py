# A coroutine that is never awaited warns when it goes; misuse of async syntax is refused.
import warnings
async def f(): return 1
with warnings.catch_warnings(record=True):
    c = f()
    print(type(c).__name__, c.cr_code.co_name, c.cr_suspended, c.cr_origin)
    c.close()
import inspect
async def g(): yield
def h(): yield
print(inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(g), inspect.isgeneratorfunction(h), inspect.iscoroutine(f) if False else "", inspect.getcoroutinestate(c))
for code in ("async def f():\n  return 1\n  yield", "async def f(): [await x for x in y]", "def f(): [x async for x in y]", "async def f():\n  def g(): await x", "async def f(): lambda: await x", "async with x: pass", "[x async for x in y]",
             "async def f(): (await x for x in y)", "async def f(): return [x async for x in y if await z]", "async def f(x=await y): pass", "async def f(): {await x: await y}", "await = 5", "async = 5", "async def f(): yield from x", "async x = 1", "async def f(): await", "async def f(): await await x", "async def f(): await x ** await y", "async def f(): -await x", "async def f(): await -x"):
    try:
        compile(code, "<a>", "exec"); print(repr(code), "ok")
    except SyntaxError as error:
        print(repr(code), "->", error.msg)
