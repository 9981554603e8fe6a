/** faulthandler: it writes to descriptors of the process, past what Python's streams see. Expected texts are CPython's but for threads' numbers. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { before, test } from 'node:test'
import { builtPackage } from '../built-package.ts'

let cli = ''
before(() => {
  cli = path.join(builtPackage(), 'cli.js')
})

function run(program: string, ...options: string[]): { out: string; err: string; signal: string | null } {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [cli, ...options, '-c', program], { encoding: 'utf8' })
  return { out: stdout, err: stderr.replaceAll(/0x[0-9a-f]+/g, '0x…'), signal }
}

test('the stack of the thread that asks, and of all threads', () => {
  const program = `
import faulthandler, threading
here = threading.Event()
def wait(): here.wait()
def f():
    faulthandler.dump_traceback(all_threads=False)
    faulthandler.dump_traceback()
thread = threading.Thread(target=wait)
thread.start()
f()
here.set()
`
  const lines = run(program).err.split('\n')
  assert.deepEqual(lines.slice(0, 3), [
    'Stack (most recent call first):',
    '  File "<string>", line 6 in f',
    '  File "<string>", line 10 in <module>',
  ])
  assert.equal(lines[3], 'Thread 0x… (most recent call first):')
  assert.ok(lines.includes('  File "<string>", line 4 in wait'))
  assert.deepEqual(lines.slice(-4), [
    'Current thread 0x… (most recent call first):',
    '  File "<string>", line 7 in f',
    '  File "<string>", line 10 in <module>',
    '',
  ])
})

test('a watchdog sees a program that does not end, in compiled code as well', () => {
  const program = `
import faulthandler
def spin():
    total = 0
    while True:
        total += 1
faulthandler.dump_traceback_later(0.3, exit=True)
spin()
`
  const { err } = run(program)
  assert.match(
    err,
    /^Timeout \(0:00:00\.300000\)!\nThread 0x… \(most recent call first\):\n {2}File "<string>", line [56] in spin\n {2}File "<string>", line 8 in <module>\n$/,
  )
})

test('signals: those that the program registers, and those that end it', () => {
  const program = `
import faulthandler, os, signal, sys
signal.signal(signal.SIGUSR1, lambda *given: print('handled'))
faulthandler.register(signal.SIGUSR1, all_threads=False, chain=True)
def f(number): os.kill(os.getpid(), number)
f(signal.SIGUSR1)
print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
f(signal.SIGUSR1)
print(faulthandler.is_enabled(), flush=True)
os.abort()
`
  const { out, err, signal } = run(program, '-X', 'faulthandler')
  assert.equal(out, 'handled\nTrue False\nhandled\nTrue\n')
  assert.equal(signal, 'SIGABRT')
  assert.deepEqual(err.split('\n').slice(0, 7), [
    'Stack (most recent call first):',
    '  File "<string>", line 5 in f',
    '  File "<string>", line 6 in <module>',
    'Fatal Python error: Aborted',
    '',
    'Current thread 0x… (most recent call first):',
    '  File "<string>", line 10 in <module>',
  ])
})
