/**
 * What every program made at random begins with, and the program that runs many of them.
 *
 * Programs must end: whatever could go on for ever, or call itself again after a RecursionError, counts its turns with `tick`, and ints that are
 * multiplied are cut down by `tame`; `text` shows no addresses, and sets in an order that does not come from hashes (Pyodide's have 32 bits). `here` and `lines` tell of the program's own frames alone, so that a program says
 * the same whoever runs it.
 */
export const prelude = `import builtins, math, re, sys
from types import ModuleType
inf = float('inf')
nan = float('nan')
ticks = 0
def tick():
    global ticks
    ticks += 1
    if ticks > 3000: raise SystemExit('enough')
def tame(v, isinstance=isinstance, int=int, length=int.bit_length):
    return v if not isinstance(v, int) or length(v) < 300 else int(v) % 1000003
def lines(e):
    t, found = e.__traceback__, []
    while t is not None:
        found.append(f'{t.tb_frame.f_code.co_name}:{t.tb_lineno}')
        t = t.tb_next
    return ' '.join(found[:8])
def places(e):
    t, found = e.__traceback__, []
    while t is not None and len(found) < 6:
        line, end, column, last = [*t.tb_frame.f_code.co_positions()][t.tb_lasti // 2]
        found.append(f'{t.tb_frame.f_code.co_name}:{line}:{column}-{last}')
        t = t.tb_next
    return ' '.join(found)
def text(v, repr=repr, sub=re.sub, sorted=sorted, sets=(set, frozenset)):
    t = repr(v) if type(v) not in sets else '{' + ' '.join(sorted([repr(e) for e in v])) + '}'
    return sub(' at 0x[0-9a-f]+', ' at 0x', t) if ' at 0x' in t else t
def show(*values):
    print(*[text(v)[:120] for v in values])
def here():
    f, found = sys._getframe(1), []
    while f is not None and len(found) < 5 and f.f_code.co_filename.startswith('<program'):
        found.append(f'{f.f_code.co_name}:{f.f_lineno}')
        f = f.f_back
    print(*found)
class Manager:
    def __enter__(self): return self
    def __exit__(self, *e): return e[0] is KeyError
real = dict(builtins.__dict__)
mod = ModuleType('mod')
mod.f = 1.5
mod.run = lambda v: v + 1
`

/** How many lines of a program are its own. */
export const statementsOf = (source: string): number =>
  source
    .slice(prelude.length)
    .split('\n')
    .filter(line => line.trim() !== '').length

/**
 * Runs the sources one after the other in one process, from the one whose number is given. What they print is told apart by the lines before each;
 * what they did to the builtins is undone.
 */
export const driver = `import sys, json, builtins
with open(sys.argv[1], encoding='utf-8') as file: sources = json.load(file)
real = dict(builtins.__dict__)
for number in range(int(sys.argv[2]), len(sources)):
    print('==', number, flush=True)
    try: exec(compile(sources[number], f'<program {number}>', 'exec'), {'__name__': 'program'})
    except SyntaxError as e: print('SyntaxError', e)
    except BaseException as e:
        t = e.__traceback__
        while t.tb_next is not None: t = t.tb_next
        print(type(e).__name__, e, t.tb_lineno)
    builtins.__dict__.update(real)
    builtins.__dict__.pop('missing', None)
    sys.setrecursionlimit(1000)
print('== end', flush=True)
`
