"""The profiler behind cProfile, over sys.setprofile: what each function was called, by whom, and how long it took. As Modules/_lsprof.c."""
import sys
from collections import namedtuple
from time import perf_counter

profiler_entry = namedtuple('profiler_entry', 'code callcount reccallcount totaltime inlinetime calls', module='_lsprof')
profiler_subentry = namedtuple('profiler_subentry', 'code callcount reccallcount totaltime inlinetime', module='_lsprof')


class _Entry:
    """A function, or a function as called by another."""
    __slots__ = 'code', 'calls', 'recursive', 'total', 'inline', 'level', 'callees'

    def __init__(self, code):
        self.code = code
        self.calls = self.recursive = self.level = 0
        self.total = self.inline = 0
        self.callees = {}

    def stop(self, total, inline):
        self.level -= 1
        self.calls += 1
        self.inline += inline
        if self.level == 0:
            self.total += total
        else:
            self.recursive += 1

    def row(self, unit):
        return self.code, self.calls, self.recursive, self.total * unit, self.inline * unit


def _name_of(function):
    """What stands for a builtin function in place of its code."""
    owner = getattr(function, '__self__', None)
    if owner is not None and not isinstance(owner, type(sys)):
        method = getattr(type(owner), function.__name__, None)
        if method is not None:
            return repr(method)
    module = getattr(function, '__module__', None)
    if module is None and isinstance(owner, type(sys)):
        module = owner.__name__
    return f'<built-in method {module}.{function.__name__}>' if module else f'<{function.__name__}>'


class Profiler:
    """Profiler(timer=None, timeunit=0.0, subcalls=True, builtins=True)"""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer or perf_counter
        self._unit = timeunit or 1
        self._subcalls = subcalls
        self._builtins = builtins
        self._enabled = False
        self.clear()

    def enable(self, subcalls=True, builtins=True):
        if sys.getprofile() is not None:
            raise ValueError('Another profiling tool is already active')
        self._subcalls = subcalls
        self._builtins = builtins
        self._enabled = True
        sys.setprofile(self._handle)

    def disable(self):
        if self._enabled:
            sys.setprofile(None)
            self._enabled = False
        while self._stack:
            self._leave()

    def clear(self):
        self._entries = {}
        self._stack = []

    def getstats(self):
        if self._enabled:
            self.disable()
            self._enabled = None
        rows = []
        for entry in self._entries.values():
            callees = [profiler_subentry(*callee.row(self._unit)) for callee in entry.callees.values() if callee.calls]
            if entry.calls:
                rows.append(profiler_entry(*entry.row(self._unit), callees or None))
        if self._enabled is None:
            self.enable(self._subcalls, self._builtins)
        return rows

    def _handle(self, frame, event, arg):
        code = frame.f_code
        if code is _disable:
            # Shown as the builtin method that it is in CPython, and nothing in it.
            if event == 'call':
                self._enter(code, "<method 'disable' of '_lsprof.Profiler' objects>")
        elif event == 'call':
            self._enter(code, code)
        elif event == 'return':
            self._leave()
        elif self._builtins:
            if event == 'c_call':
                name = _name_of(arg)
                self._enter(name, name)
            else:
                self._leave()

    def _enter(self, key, code):
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(code)
        entry.level += 1
        callee = None
        if self._subcalls and self._stack:
            callees = self._stack[-1][0].callees
            callee = callees.get(key)
            if callee is None:
                callee = callees[key] = _Entry(code)
            callee.level += 1
        self._stack.append([entry, callee, 0, self._timer()])

    def _leave(self):
        if not self._stack:
            return
        now = self._timer()
        entry, callee, below, start = self._stack.pop()
        total = now - start
        if self._stack:
            self._stack[-1][2] += total
        entry.stop(total, total - below)
        if callee is not None:
            callee.stop(total, total - below)


_disable = Profiler.disable.__code__
