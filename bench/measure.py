"""Times one benchmark program inside the Python that runs this file: measure.py PROGRAM ITERATIONS SECONDS.

Prints what the program's run() returned and how long each call took. Stops early once SECONDS are spent, but
not before the first call. Uses nothing that a young Python might lack.
"""
import sys
import time


def load(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    module = type(sys)("program")
    module.__file__ = path
    sys.modules["program"] = module
    exec(compile(text, path, "exec"), module.__dict__)
    return module


def measure(path, iterations, seconds):
    clock = time.perf_counter
    run = load(path).run
    times = []
    begin = clock()
    while len(times) < iterations and (not times or clock() - begin < seconds):
        before = clock()
        result = run()
        times.append(clock() - before)
    print("result:", result)
    print("seconds:", *times)


if __name__ == "__main__":
    measure(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
