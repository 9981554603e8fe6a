# Packages run their __init__, submodules become attributes, relative imports climb.
import sys
import _tree
print(_tree.name, _tree.__name__, _tree.__package__, _tree.__spec__.name, hasattr(_tree, "leaf"), _tree.__path__ is not None)
import _tree.branch.leaf
print(_tree.branch.leaf.value, _tree.branch.leaf.__name__, _tree.branch.leaf.__package__, _tree.branch.__doc__)
from _tree.branch import leaf, twig
from _tree import branch as b, root_value
print(leaf.climbed, twig, b.leaf is leaf, root_value)
from _tree.stars import *
print(public, sorted(n for n in globals() if n in ("public", "_private", "exported", "not_exported")))
from _tree.everything import *
print(shown, "_hidden" in globals(), "shown_too" in globals())
import _tree.lazy as lazy
print(lazy.anything, dir(lazy), lazy.__getattr__("x"))
try:
    lazy.missing
except AttributeError as error: print(error)
try:
    from _tree.lazy import missing
except ImportError as error: print(str(error).split(" (")[0])
for module in ("_tree.broken", "_tree.circular_a", "_tree.nothing", "_tree.syntax_error"):
    try: __import__(module)
    except BaseException as error: print(module, type(error).__name__, str(error).split(" (")[0], module in sys.modules)
print([m for m in sorted(sys.modules) if m.startswith("_tree")])
import importlib
before = leaf.counter
importlib.reload(leaf); print(leaf.counter == before, leaf.value)
del sys.modules["_tree.branch.leaf"]
import _tree.branch.leaf as again
print(again is leaf, again.value)
print(repr(_tree).split(" from ")[0], _tree.__file__.split("/")[-2:], leaf.__cached__ is not None if hasattr(leaf, "__cached__") else None)
