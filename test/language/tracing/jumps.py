# A trace function that sets f_lineno makes the function go on at that line, where the blocks around it are there already.
import sys
import warnings

warnings.simplefilter('ignore')


def run(function, at, to):
    code, done = function.__code__, []

    def trace(frame, event, argument):
        if frame.f_code is not code:
            return None
        if event == 'line' and frame.f_lineno == code.co_firstlineno + at and not done:
            done.append(at)
            try:
                frame.f_lineno = code.co_firstlineno + to
            except ValueError as error:
                print(error)
        return trace

    sys.settrace(trace)
    try:
        result = function([])
    except Exception as error:
        result = repr(error)
    finally:
        sys.settrace(None)
    print(function.__name__, at, to, result)


def a(o):
    o.append(1)
    o.append(2)
    o.append(3)
    return o
for x in ((1,3),(3,1),(2,4),(1,2),(2,-1),(2,9),(3,0)): run(a, *x)
def b(o):
    o.append(1)
    for i in 1,2:
        o.append(i*10)
        o.append(i*100)
    o.append(5)
    for j in 6,7:
        o.append(j)
    return o
for x in ((1,3),(3,4),(4,3),(4,5),(4,8),(3,1),(5,4),(2,5),(1,2)): run(b,*x)
def c(o):
    try:
        o.append(1)
        1/0
    except ZeroDivisionError:
        o.append(2)
        o.append(3)
    finally:
        o.append(4)
    o.append(5)
    return o
for x in ((2,5),(3,9),(3,8),(5,6),(5,9),(6,2),(9,2)): run(c,*x)
def d(o):
    import contextlib
    with contextlib.nullcontext():
        o.append(1)
        o.append(2)
    o.append(3)
    x = 1
    return o, x
for x in ((3,4),(3,5),(5,3),(1,3),(4,3),(1,7)): run(d,*x)
def e(o):
    import contextlib
    with contextlib.nullcontext(1):
        o.append(1)
    with contextlib.nullcontext(2):
        o.append(2)
        with contextlib.nullcontext(3):
            o.append(3)
        o.append(4)
    for i in 5,6:
        o.append(i)
    for i in 7,8:
        o.append(i)
    return o
for x in ((3,5),(5,3),(7,8),(3,7),(10,12),(12,10),(3,10),(10,3),(7,10)): run(e,*x)
def f(o):
    try:
        1/0
    except ZeroDivisionError:
        o.append(1)
        o.append(2)
    try:
        1/0
    except ZeroDivisionError:
        o.append(3)
    return o, sys.exception()
for x in ((4,10),(4,6),(4,9),(5,4)): run(f,*x)
print(sys.exception())
def g(o):
    a = 1
    print(
        o.append(3)
    )
    (
        (
            a
            +
            10
        )
        +
        13
    )
    return o
for x in ((3,5),(3,6),(3,7),(3,8)): run(g,*x)
