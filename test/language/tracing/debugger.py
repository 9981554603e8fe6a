"""A small debugger made of bdb, over the events of sys.settrace and of sys.monitoring."""
import bdb


def inner(x):
    y = x + 1
    return y * 2


def outer():
    a = 1
    b = inner(a)
    for i in range(2):
        b += i
    return b


class Lister(bdb.Bdb):
    def user_line(self, frame):
        if frame.f_code.co_filename == __file__:
            print("line", frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals))
        self.set_step()

    def user_return(self, frame, value):
        if frame.f_code.co_filename == __file__:
            print("return", frame.f_code.co_name, value)


for backend in ("settrace", "monitoring"):
    lister = Lister(backend=backend)
    print(lister.runcall(outer))
    breaking = Lister(backend=backend)
    breaking.set_break(__file__, inner.__code__.co_firstlineno + 2)
    print(breaking.runcall(outer))
    bdb.Breakpoint.clearBreakpoints()
