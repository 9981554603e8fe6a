"""sys.monitoring: events with their places, local events, DISABLE, several tools, and what is refused."""
import sys

monitoring = sys.monitoring
E = monitoring.events
FIRST, SECOND = 1, 3


def f(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += i
    while total > 3:
        total -= 3
    return total


def g():
    try:
        yield 1
        raise KeyError("k")
    except KeyError:
        pass
    finally:
        len([])


def h():
    list(g())
    try:
        int("x")
    except ValueError:
        return [x for x in g()]


def name_of(value):
    if value is monitoring.MISSING:
        return "MISSING"
    if isinstance(value, BaseException):
        return repr(value)
    return getattr(value, "__qualname__", value)


def recorder(tool, event):
    def callback(code, *args):
        if code.co_filename == __file__:
            print(tool, event, code.co_name, *map(name_of, args))

    return callback


def watch(tool, names, function, *args):
    monitoring.use_tool_id(tool, f"tool {tool}")
    events = 0
    for name in names:
        event = getattr(E, name)
        monitoring.register_callback(tool, event, recorder(tool, name))
        if name not in ("C_RETURN", "C_RAISE"):
            events |= event
    monitoring.set_events(tool, events)
    function(*args)
    monitoring.set_events(tool, 0)
    monitoring.free_tool_id(tool)
    print("--")


watch(FIRST, ["PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD"], h)
watch(FIRST, ["LINE"], f, 4)
watch(FIRST, ["JUMP", "BRANCH_LEFT", "BRANCH_RIGHT"], f, 4)
watch(FIRST, ["CALL", "C_RETURN", "C_RAISE"], h)
watch(FIRST, ["RAISE", "EXCEPTION_HANDLED", "RERAISE", "PY_UNWIND"], h)

monitoring.use_tool_id(FIRST, "one")
monitoring.use_tool_id(SECOND, "two")
print(monitoring.get_tool(FIRST), monitoring.get_tool(2), monitoring.get_tool(SECOND))
seen = []


def disabling(code, line):
    seen.append((1, line - code.co_firstlineno))
    return monitoring.DISABLE


monitoring.register_callback(FIRST, E.LINE, disabling)
monitoring.register_callback(SECOND, E.LINE, lambda code, line: seen.append((2, line - code.co_firstlineno)))
monitoring.set_local_events(FIRST, f.__code__, E.LINE)
monitoring.set_local_events(SECOND, f.__code__, E.LINE)
print(monitoring.get_local_events(FIRST, f.__code__), monitoring.get_events(FIRST))
f(2), seen.append("again"), f(1), monitoring.restart_events(), seen.append("restarted"), f(0)
monitoring.free_tool_id(FIRST)
monitoring.free_tool_id(SECOND)
f(3)
print(seen)

for refused in (
    lambda: monitoring.use_tool_id(6, "x"),
    lambda: monitoring.set_events(FIRST, E.LINE),
    lambda: (monitoring.use_tool_id(FIRST, "x"), monitoring.use_tool_id(FIRST, "y")),
    lambda: monitoring.register_callback(FIRST, E.LINE | E.CALL, None),
    lambda: monitoring.set_events(FIRST, E.C_RETURN),
    lambda: monitoring.set_events(FIRST, 1 << 19),
    lambda: monitoring.set_local_events(FIRST, f, E.LINE),
):
    try:
        refused()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
monitoring.free_tool_id(FIRST)
