# Where coroutines were made, anext() with a default, and who called a generator's frame.
import sys, types

async def simple(): pass
def maker():
    return simple()
made = maker(); print(made.cr_origin); made.close()
for depth in (1, 2, 0):
    sys.set_coroutine_origin_tracking_depth(depth)
    made = maker()
    origin = made.cr_origin
    print(depth, origin if origin is None else [(line, name) for file, line, name in origin][:2])
    made.close()
print(sys.get_coroutine_origin_tracking_depth())

class Counter:
    def __init__(self): self.count = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.count += 1
        if self.count > 2: raise StopAsyncIteration
        return self.count
@types.coroutine
def suspended(value):
    received = yield "suspended"
    return value, received
class Generators:
    def __aiter__(self): return self
    def __anext__(self): return suspended(7)
async def main():
    counter = Counter()
    print(await anext(counter, "end"), await anext(counter, "end"), await anext(counter, "end"))
    print(await anext(Generators(), "end"))
def drive(coroutine):
    sent = None
    while True:
        try: print(coroutine.send(sent))
        except StopIteration as stop: return stop.value
        sent = "sent"
drive(main())
for step in (next, lambda it: it.send(None)):
    try: step(anext(Counter(), "end"))
    except StopIteration as stop: print(stop.value)

def generate():
    yield sys._getframe().f_back is not None
generator = generate()
print(generator.gi_frame.f_back, next(generator), generator.gi_frame.f_back)
