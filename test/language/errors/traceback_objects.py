# Traceback objects link frames, lines and instructions; exceptions can carry others.
import sys, traceback, types
def a(): b()
def b():
    x = 1
    raise ValueError("deep")
try: a()
except ValueError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_lasti >= 0, sorted(tb.tb_frame.f_locals)[-1:] if tb.tb_next is None else "")
        last, tb = tb, tb.tb_next
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error, sys.exc_info()[2] is error.__traceback__, sys.exception() is error)
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    print([list(p)[:1] for p in [last.tb_frame.f_code.co_positions()]][0][0][:2] is not None)
print(sys.exc_info(), sys.exception())
new = types.TracebackType(None, last.tb_frame, last.tb_lasti, 99); print(new.tb_lineno, new.tb_next)
e = ValueError("x").with_traceback(new); print(e.__traceback__ is new); new.tb_next = last; print(new.tb_next is last)
for code in ("new.tb_next = new", "new.tb_next = 5", "new.tb_lineno = 5", "types.TracebackType(5, last.tb_frame, 0, 1)"):
    try: exec(code)
    except (TypeError, ValueError, AttributeError) as error: print(type(error).__name__, error)
def reraised():
    try: b()
    except ValueError as error: raise error
try: reraised()
except ValueError as error: print([f.name for f in traceback.extract_tb(error.__traceback__)], [f.lineno for f in traceback.extract_tb(error.__traceback__)])
def walk():
    frame, names = sys._getframe(), []
    while frame: names.append(frame.f_code.co_name); frame = frame.f_back
    return names[:3]
def outer(): return walk()
print(outer(), traceback.format_exception_only(KeyError("k")), traceback.format_exc())
print(traceback.format_list([("file.py", 3, "func", "code line")]), traceback.format_tb(None), "".join(traceback.format_stack()[-1:]).split(",")[1])
s = traceback.TracebackException.from_exception(e); print(s.exc_type_str, str(s), "".join(s.format_exception_only()))
