# try, except, else and finally run in the right order on every way out.
def flow(action):
    log = []
    try:
        try:
            log.append("try")
            if action == "raise": raise ValueError("v")
            if action == "other": raise KeyError("k")
            if action == "return": return log
            log.append("end")
        except ValueError as error:
            log.append(f"except {error}")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except KeyError:
        log.append("outer")
    return log
for action in ("none", "raise", "other", "return"): print(action, flow(action))
def override():
    try: return "try"
    finally: return "finally"
def swallowed():
    for i in range(3):
        try: raise ValueError
        finally: continue
    return "survived"
def break_out():
    while True:
        try: return "return"
        finally: break
    return "broke"
def nested():
    try:
        try: 1 / 0
        finally: print("inner finally", end=" ")
    except ZeroDivisionError: return "caught"
    finally: print("outer finally", end=" ")
import warnings
print(nested())
namespace = {}
with warnings.catch_warnings(action="ignore"):
    exec("""
def override():
    try: return "try"
    finally: return "finally"
def swallowed():
    for i in range(3):
        try: raise ValueError
        finally: continue
    return "survived"
""", namespace)
print(namespace["override"](), namespace["swallowed"]())
def value_kept():
    x = 1
    try: return x
    finally: x = 2
print(value_kept())
def raise_in_except():
    try:
        try: raise ValueError("first")
        except ValueError: raise KeyError("second")
    except KeyError as error: return repr(error.__context__)
print(raise_in_except())
def raise_in_finally():
    try:
        try: raise ValueError("first")
        finally: raise KeyError("second")
    except KeyError as error: return repr(error.__context__), error.__suppress_context__
print(raise_in_finally())
def several(e):
    try: raise e
    except (KeyError, IndexError) as error: return "lookup", type(error).__name__
    except ArithmeticError: return "arithmetic"
    except: return "bare"
print(several(KeyError(1)), several(IndexError()), several(OverflowError()), several(SystemExit()))
def reraise():
    try:
        try: raise ValueError("again")
        except ValueError: raise
    except ValueError as error: return error.args
print(reraise())
def no_active():
    try: raise
    except RuntimeError as error: return str(error)
print(no_active())
for bad in (5, "s", int, None, object(), ValueError if False else type):
    try: raise bad
    except TypeError as error: print(error)
for matcher in (5, "s", (ValueError, 5), int, None, [ValueError]):
    try:
        try: raise KeyError("k")
        except matcher: print("matched")
    except TypeError as error: print(error)
    except KeyError: print("KeyError passed", matcher)
def comma():
    try: 1 / 0
    except ValueError, ZeroDivisionError: return "PEP 758"
print(comma())
for i in range(2):
    try:
        if i: raise StopIteration
    except StopIteration: print("stop", i)
    else: print("else", i)
try:
    try: pass
    finally: print("f1")
finally: print("f2")
