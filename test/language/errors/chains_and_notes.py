# An uncaught exception prints causes, contexts, notes and groups in full.
class Custom(Exception):
    def __str__(self): return "line one\nline two"
class BadStr(Exception):
    def __str__(self): raise ValueError
class Empty(Exception): pass
import traceback, sys
def show(f):
    try: f()
    except BaseException as error: traceback.print_exception(error, file=sys.stdout)
    print("=" * 20)
def cause():
    try: {}["key"]
    except KeyError as error: raise RuntimeError("wrapped") from error
def context():
    try: {}["key"]
    except KeyError: int("x")
def suppressed():
    try: {}["key"]
    except KeyError: raise RuntimeError("alone") from None
def notes():
    error = ValueError("noted"); error.add_note("first note"); error.add_note("second\nnote"); raise error
def multi_line(): raise Custom
def bad(): raise BadStr
def empty(): raise Empty
def empty_text(): raise Empty("")
def newline(): raise ValueError("a\nb")
def key(): raise KeyError("with 'quotes'")
def non_str(): raise ValueError(5, [1])
def group():
    errors = []
    for f in (cause, notes, lambda: 1 / 0):
        try: f()
        except Exception as error: errors.append(error)
    raise ExceptionGroup("several", [*errors, ExceptionGroup("nested", [TypeError("t")])])
def odd_notes():
    error = ValueError("odd"); error.__notes__ = "not a list"; raise error
def odder_notes():
    error = ValueError("odder"); error.__notes__ = [1, None, "ok"]; raise error
def system(): raise SystemExit(3)
def keyboard(): raise KeyboardInterrupt
def inner_class():
    class Local(Exception): pass
    raise Local("local")
def stop(): next(iter([]))
def long_group(): raise ExceptionGroup("many", [ValueError(i) for i in range(20)])
def deep_group():
    g = ValueError("core")
    for i in range(12): g = ExceptionGroup(str(i), [g])
    raise g
for f in (cause, context, suppressed, notes, multi_line, bad, empty, empty_text, newline, key, non_str, group, odd_notes, odder_notes, system, keyboard, inner_class, stop, long_group, deep_group): show(f)
