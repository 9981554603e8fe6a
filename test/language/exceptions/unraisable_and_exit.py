# SystemExit ends the program with its code; atexit functions and finally run before.
import atexit, sys
atexit.register(print, "atexit first registered")
@atexit.register
def last(): print("atexit second registered")
def try_exit(code):
    try: sys.exit(code)
    except SystemExit as error: print(repr(error.code), error.args)
for code in (None, 0, 3, "message", (1, 2), True): try_exit(code)
try: raise SystemExit
except SystemExit as error: print(error.code)
try: exit_ = sys.exit()
finally: print("finally runs")
