# Causes and contexts are set by raise, and cleared by from None.
def show(e, depth=0):
    print("  " * depth + repr(e), e.__suppress_context__)
    if e.__cause__: print("  " * depth + "cause:"); show(e.__cause__, depth + 1)
    if e.__context__: print("  " * depth + "context:"); show(e.__context__, depth + 1)
def attempt(f):
    try: f()
    except Exception as e: show(e)
def implicit():
    try: 1 / 0
    except ZeroDivisionError: undefined
def explicit():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError("k") from e
def from_none():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k") from None
def from_class():
    raise KeyError("k") from ValueError
def three():
    try:
        try: raise ValueError(1)
        except ValueError: raise ValueError(2)
    except ValueError: raise ValueError(3)
def in_finally():
    try: raise ValueError("a")
    finally: raise ValueError("b")
def self_cycle():
    e = ValueError("self")
    try: raise e
    except ValueError: raise e
def old_exception():
    saved = None
    try: raise ValueError("saved")
    except ValueError as e: saved = e
    try: raise KeyError("now")
    except KeyError: raise saved
def bad_cause(): raise ValueError from 5
def with_exit():
    class C:
        def __enter__(self): pass
        def __exit__(self, *a): raise KeyError("exit")
    with C(): raise ValueError("body")
def after_handler():
    try: raise ValueError("handled")
    except ValueError: pass
    raise KeyError("no context")
def nested_function():
    def helper(): raise KeyError("helper")
    try: raise ValueError("outer")
    except ValueError: helper()
def loop():
    a, b = ValueError("a"), ValueError("b")
    a.__context__ = b
    try: raise a
    except ValueError:
        raise b
for f in (implicit, explicit, from_none, from_class, three, in_finally, self_cycle, old_exception, bad_cause, with_exit, after_handler, nested_function, loop):
    print(f.__name__); attempt(f)
