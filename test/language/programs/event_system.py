# Events, observers, a plugin registry, a state machine and a pipeline.
from collections import defaultdict
from functools import wraps
class Events:
    def __init__(self): self.handlers = defaultdict(list)
    def on(self, name, priority=0):
        def register(fn): self.handlers[name].append((-priority, len(self.handlers[name]), fn)); self.handlers[name].sort(key=lambda h: h[:2]); return fn
        return register
    def emit(self, name, *args, **kwargs): return [h(*args, **kwargs) for _, _, h in self.handlers.get(name, ())]
events = Events()
@events.on("greet")
def hello(who): return f"hello {who}"
@events.on("greet", priority=5)
def first(who): return f"first {who}"
print(events.emit("greet", "bob"), events.emit("none"))
class Machine:
    transitions = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}
    def __init__(self): self.state, self.log = "idle", []
    def __getattr__(self, name):
        if not any(name == event for _, event in self.transitions): raise AttributeError(name)
        def fire():
            try: self.state = self.transitions[self.state, name]
            except KeyError: raise RuntimeError(f"cannot {name} while {self.state}") from None
            self.log.append(self.state); return self
        return fire
m = Machine(); m.start().pause().start().stop(); print(m.log)
for bad in ("pause", "fly"):
    try: getattr(m, bad)()
    except (RuntimeError, AttributeError) as e: print(type(e).__name__, e)
def pipeline(*steps):
    def run(items):
        for step in steps: items = step(items)
        return items
    return run
def stage(fn):
    @wraps(fn)
    def outer(*args): return lambda items: fn(items, *args)
    return outer
@stage
def keep(items, test): return (i for i in items if test(i))
@stage
def change(items, fn): return map(fn, items)
@stage
def take(items, n): return [x for _, x in zip(range(n), items)]
print(pipeline(keep(lambda x: x % 2), change(lambda x: x * x), take(4))(range(10**9)), keep.__name__)
class Registry(type):
    known = {}
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        if bases: mcs.known[ns.get("tag", name.lower())] = cls
        return cls
class Shape(metaclass=Registry):
    @staticmethod
    def make(tag, *args): return Registry.known[tag](*args)
class Circle(Shape):
    def __init__(self, r): self.r = r
    def __str__(self): return f"circle {self.r}"
class Box(Shape):
    tag = "rect"
    def __init__(self, a, b): self.a, self.b = a, b
    def __str__(self): return f"box {self.a}x{self.b}"
print(*map(str, [Shape.make("circle", 2), Shape.make("rect", 3, 4)]), sorted(Registry.known))
