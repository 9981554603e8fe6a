/**
 * Training the dispatch function.
 *
 * V8 optimizes a function from what it has seen it do, and throws the code away when the function does something it has not seen:
 * compiling it again takes fifty milliseconds, in which programs run several times slower. A Python program that goes
 * on to a new phase uses instructions for the first time, so it happened half a dozen times in a row. Instead a small program that
 * executes every inlined instruction in each of its ways runs once in a process, when a program has used up its first
 * slice of the budget and is about to be worth optimizing.
 */
import { compileSource } from '../compiler/compile.ts'
import { PyDict } from '../objects/dict.ts'
import { hooks } from '../objects/hooks.ts'
import { vm } from '../objects/vm.ts'
import { codeObject } from './prepare.ts'

const program = `
class P:
    def __init__(self, a, b):
        self.a = a
        self.b = b
    def m(self, x):
        return self.a
def compare(x, y):
    n = 0
    if x < y: n = 1
    if x <= y: n = 2
    if x == y: n = 3
    if x != y: n = 4
    if x > y: n = 5
    if x >= y: n = 6
    if not x < y: n = 7
    if not x == y: n = 7
    while x > y: return x >= y
    z = x < y
    z = x <= y
    z = x == y
    z = x != y
    z = x > y
    z = x >= y
    return x < y
def arithmetic(x, y):
    a = x + y
    b = x - y
    c = x * y
    return (x + y) - (x * y) * (x - y) + a
def truth(v):
    if v: n = 1
    if not v: n = 2
    if v is None: n = 3
    if v is not None: n = 4
    w = v is None
    return not v
def loops(items, n):
    t = 0
    for i in range(n):
        t = i
    for x in items:
        y = x
    for p, q in [(1, 2), (3, 4)]:
        t = p
    i = 0
    while i < n:
        i += 1
        if i == 2: continue
    for _ in items: pass
    return items[0], items[-1]
def closure(n):
    def inner(): return n
    return inner() + inner()
def main():
    for _ in range(4):
        for x, y in ((1, 2), (2, 1), (1, 1), (3000000000, 1), (1.5, 2.5), (2.5, 1.5), (1.0, 1.0), ('a', 'b'), ('b', 'a'), ('a', 'a')):
            compare(x, y)
    for x, y in ((1, 2), (2, 3), (3000000000, 2), (1.5, 2.5), (0.5, 0.25)):
        for _ in range(4): arithmetic(x, y)
    for v in (True, False, 0, 3, None, 'a', ''):
        for _ in range(4): truth(v)
    for items in ([1, 2, 3], [1.5, 2.5], ['a', 'b'], [None, 1]):
        for _ in range(4): loops(items, 4)
    for _ in range(4):
        closure(1)
        p = P(1, 2.5)
        p.m(1)
        p.a, p.b
        q = p.b + p.b
        p.a, p.b = p.b, p.a
        x, y = y, x
main()
`

/** At which pause in a process the program is worth it: not before it has run for a millisecond or so. */
const trainingPause = 3
let pauses = 0

/** Told of each pause: runs the training program once. The program that is running notices nothing. */
export function notePause(): void {
  if (pauses >= trainingPause || ++pauses < trainingPause) return
  const { frame, budget, depth, recursionLimit } = vm
  vm.recursionLimit = depth + 100
  const globals = new PyDict()
  globals.setStr('__builtins__', vm.builtins)
  globals.setStr('__name__', 'training')
  hooks.runCode(codeObject(compileSource(program, '<training>', 'exec')), globals, globals, null)
  vm.frame = frame
  vm.budget = budget
  vm.recursionLimit = recursionLimit
}
