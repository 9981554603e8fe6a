# After gc.collect() weak references to what nothing reaches are cleared, and their callbacks have been called.
import functools, gc, weakref

class Node:
    def __init__(self, name): self.name = name

def lone():
    node = Node("lone")
    reference = weakref.ref(node, lambda dead: print("callback", dead() is None))
    del node
    gc.collect()
    return reference
print(lone()())

node = Node("cycle")
node.me = node
references = [weakref.ref(node, lambda dead, i=i: print("callback", i)) for i in range(3)]
del node
gc.collect()
print([reference() for reference in references])

kept, values, keys = Node("kept"), weakref.WeakValueDictionary(), weakref.WeakKeyDictionary()
values["kept"], values["lost"] = kept, Node("lost")
keys[kept], keys[Node("lost key")] = 1, 2
weak_set = weakref.WeakSet([kept, Node("lost item")])
gc.collect()
print(dict(values) == {"kept": kept}, list(keys.values()), len(weak_set))

proxy = weakref.proxy(Node("proxied"))
gc.collect()
try: proxy.name
except ReferenceError as error: print(error)

ending = weakref.finalize(Node("finalized"), print, "finalizer called")
gc.collect()
print(ending.alive)

def locals_of_generator():
    local = Node("local")
    yield weakref.ref(local)
generator = locals_of_generator()
reference = next(generator)
gc.collect(); print(reference() is not None)
generator.close()
gc.collect(); print(reference())

class Base: pass
class Derived(Base): pass
del Derived
gc.collect(); print(Base.__subclasses__())
print(list(map(gc.collect, [0, 1])) == [0, 0] or "collected", gc.collect(generation=1) >= 0)
try: gc.collect(9)
except ValueError as error: print(error)
for _ in range(10_000): weakref.ref(Node("short-lived"))
