"""Exceptions of trace functions, tracing that is changed in the middle, opcode events, and trace functions of single frames."""
import sys


def f():
    a = 1
    b = 2
    return a + b


def raising(event_to_refuse):
    def tracer(frame, event, arg):
        if frame.f_code is f.__code__ and event == event_to_refuse:
            raise RuntimeError(event)
        return tracer

    return tracer


for event in ("call", "line", "return"):
    sys.settrace(raising(event))
    try:
        print(f())
    except RuntimeError as error:
        print("raised", error, sys.gettrace())
    sys.settrace(None)


def opcodes(frame, event, arg):
    if frame.f_code is not f.__code__:
        return None
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    print(event, frame.f_lasti, arg)
    return opcodes


sys.settrace(opcodes)
f()
sys.settrace(None)


def late():
    def local(frame, event, arg):
        print("local", event, frame.f_lineno - late.__code__.co_firstlineno)
        return local

    sys._getframe().f_trace = local
    sys.settrace(lambda *args: None)
    x = 1
    sys._getframe().f_trace = None
    y = 2
    sys.settrace(None)


late()


def nested(frame, event, arg):
    print("nested", event, frame.f_code.co_name)


def calls_traced():
    sys.settrace(nested)
    sys.call_tracing(f, ())
    [f() for _ in range(2)]
    sys.settrace(None)


calls_traced()
print(sys.gettrace(), sys.getprofile())
