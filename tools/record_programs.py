"""Runs programs one after the other in one Python, each as if it were alone; see record-expected.ts.

Every program gets a fresh __main__, standard streams of its own and the modules it imports from its folder anew.
What a program changes in the interpreter (recursion limit, warning filters, hooks) is put back.
"""
import atexit
import builtins
import io
import linecache
import os
import sys
import types
import warnings


def stream(errors):
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors, newline="\n", write_through=True)


def run_program(folder, name):
    """Returns standard output, standard error and the exit status."""
    path = os.path.join(folder, name)
    kept = (list(sys.path), list(sys.argv), sys.getrecursionlimit(), sys.excepthook, sys.displayhook, sys.stdin,
            sys.stdout, sys.stderr, os.getcwd(), sys.modules["__main__"], dict(builtins.__dict__))
    modules = set(sys.modules)
    out, err = stream("strict"), stream("backslashreplace")
    main = types.ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    sys.path[0:0] = [os.path.dirname(path)]
    sys.argv[:] = [path]
    sys.stdin = io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8")
    sys.stdout, sys.stderr = out, err
    os.chdir(folder)
    linecache.clearcache()
    filters = warnings.filters[:]
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    for category in (SyntaxWarning, UserWarning, RuntimeWarning, FutureWarning):
        warnings.simplefilter("default", category)
    try:
        status = execute(path, main)
        sys.stdout.flush()
        return out.buffer.getvalue().decode(), err.buffer.getvalue().decode(), status
    finally:
        warnings.filters[:] = filters
        (sys.path[:], sys.argv[:], limit, sys.excepthook, sys.displayhook, sys.stdin,
         sys.stdout, sys.stderr, cwd, sys.modules["__main__"], names) = kept
        builtins.__dict__.update(names)
        for added in builtins.__dict__.keys() - names.keys():
            delattr(builtins, added)
        sys.setrecursionlimit(limit)
        os.chdir(cwd)
        for module in set(sys.modules) - modules:
            if (getattr(sys.modules[module], "__file__", None) or "").startswith(folder):
                del sys.modules[module]


def execute(path, main):
    status = 0
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        exec(code, main.__dict__)
    except SystemExit as stop:
        status = exit_status(stop.code)
    except BaseException as error:
        status = 1
        traceback = error.__traceback__
        while traceback is not None and traceback.tb_frame.f_code.co_filename == __file__:
            traceback = traceback.tb_next
        try:
            sys.excepthook(type(error), error.with_traceback(traceback), traceback)
        except SystemExit as stop:
            status = exit_status(stop.code)
    atexit._run_exitfuncs()
    return status


def exit_status(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1
