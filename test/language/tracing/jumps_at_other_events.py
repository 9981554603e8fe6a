# f_lineno may be set while tools of sys.monitoring are told, and as a generator yields or goes on; nobody is told of the line that is jumped to.
import sys
import warnings

warnings.simplefilter('ignore')
monitoring = sys.monitoring
monitoring.use_tool_id(3, 'jumps')
lines = []


def generator(out):
    out.append(1)
    got = yield 2
    out.append(3)
    for i in range(2):
        if i:
            out.append(i)
    out.append(len(out))


def jump(frame):
    try:
        frame.f_lineno = frame.f_code.co_firstlineno + 7
    except ValueError as error:
        print(error)


def check(event):
    code = generator.__code__
    jumped = []

    def told(code, *rest):
        if not jumped and code is generator.__code__:
            jumped.append(event)
            jump(sys._getframe(1))

    def told_line(code, line):
        lines.append(line - code.co_firstlineno)

    lines.clear()
    number = getattr(monitoring.events, event)
    monitoring.register_callback(3, monitoring.events.LINE, told_line)
    monitoring.register_callback(3, number, told)
    monitoring.set_local_events(3, code, number | monitoring.events.LINE)
    out = []
    print(event, list(generator(out)), out, lines)
    monitoring.set_local_events(3, code, 0)
    monitoring.register_callback(3, number, None)


for event in 'BRANCH_LEFT BRANCH_RIGHT JUMP PY_START CALL PY_RETURN INSTRUCTION'.split():
    check(event)


def trace(wanted):
    events = []

    def tracer(frame, event, arg):
        if frame.f_code is not generator.__code__:
            return None
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        if event == wanted and len(events) > 2 and not out[1:]:
            jump(frame)
        return tracer

    out = []
    sys.settrace(tracer)
    result = list(generator(out))
    sys.settrace(None)
    print(wanted, result, out, events)


for event in 'return', 'call', 'line':
    trace(event)


async def items():
    for i in range(2):
        yield i


async def ask():
    async for item in items():
        pass


def exceptions(frame, event, arg):
    if frame.f_code is ask.__code__:
        if event == 'exception':
            print(arg[0].__name__, arg[1])
        return exceptions


sys.settrace(exceptions)
try:
    ask().send(None)
except StopIteration:
    pass
sys.settrace(None)
