# A filter may name several categories; memoryviews of numbers that are not equal to themselves.
import array, codeop, sys, warnings
def count(work):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try: work()
        except SyntaxError as error: print(type(error).__name__, end=" ")
    return [each.category.__name__ for each in caught]
print(count(lambda: codeop.compile_command(r"'\e' is 0")))
print(count(lambda: codeop.compile_command(r"'\e' 1")))
def filtered():
    warnings.simplefilter("ignore", (UserWarning, DeprecationWarning))
    for category in (UserWarning, DeprecationWarning, RuntimeWarning, FutureWarning):
        warnings.warn("message", category, stacklevel=1)
print(count(filtered))

for kind in "fd":
    view = memoryview(array.array(kind, [float("nan"), 1.0]))
    print(view == view, view != view, view[1:] == view[1:])
view.release()
print(view == view, view == memoryview(b""))
try: sys._is_interned(b"bytes")
except TypeError as error: print(error)
print(sys.is_finalizing())
