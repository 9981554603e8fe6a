# Exception groups split, derive, and are handled by except*.
g = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), KeyError("k")])])
print(g, repr(g), g.message, len(g.exceptions), isinstance(g, Exception), isinstance(g, BaseExceptionGroup))
print(g.subgroup(ValueError), g.subgroup(OSError), g.subgroup(lambda e: isinstance(e, KeyError)))
match, rest = g.split(ValueError)
print(repr(match)); print(repr(rest)); print(g.split((TypeError, KeyError))[0])
def handle(exc):
    try: raise exc
    except* ValueError as e: print("ValueError", type(e).__name__, e.exceptions)
    except* (TypeError, KeyError) as e: print("others", e.exceptions)
    else: print("else")
    finally: print("finally")
handle(g)
handle(ValueError("naked"))
try: handle(ExceptionGroup("left", [OSError(1), ValueError(3)]))
except* OSError as e: print("left over", repr(e))
def reraise():
    try: raise g
    except* ValueError as e: raise
    except* KeyError: raise RuntimeError("new")
try: reraise()
except ExceptionGroup as e: print(repr(e)); print([repr(x) for x in e.exceptions], e.__context__)
def partial():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: pass
try: partial()
except BaseExceptionGroup as e: print(repr(e))
try:
    try: raise KeyError("not a group")
    except* ValueError: print("no")
except KeyError as e: print("passed", repr(e))
for code in ("ExceptionGroup('m', [])", "ExceptionGroup('m', 5)", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('m', [1])", "ExceptionGroup('m', [KeyboardInterrupt()])", "ExceptionGroup('m')", "BaseExceptionGroup('m', [ValueError(1)])", "BaseExceptionGroup('m', [KeyboardInterrupt()])", "g.subgroup(5)", "g.exceptions.append(1)"):
    try: print(repr(eval(code)))
    except (TypeError, ValueError, AttributeError) as e: print(code, "->", type(e).__name__, e)
for types in (5, ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup)):
    try:
        try: raise ValueError
        except* types: pass
    except TypeError as e: print(e)
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message + "!", excs)
m = MyGroup("mine", [ValueError(1), KeyError(2)]); m.add_note("n")
print(repr(m.split(ValueError)[0]), m.split(ValueError)[0].__notes__)
try: raise m
except* KeyError as e: print(type(e).__name__, e)
except* ValueError: pass
print(ExceptionGroup[int], g.subgroup(lambda e: True) is g)
for code in ("try: pass\nexcept* A: break", "for x in y:\n  try: pass\n  except* A: continue", "def f():\n  try: pass\n  except* A: return", "try: pass\nexcept*: pass"):
    try: compile(code, "<g>", "exec")
    except SyntaxError as e: print(e.msg)
