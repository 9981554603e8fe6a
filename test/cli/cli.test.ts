/** The command line as a process: programs of every kind, options, exit statuses, the prompt. Expected texts are CPython's. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import * as api from '../../src/host/node.ts'
import { builtPackage } from '../built-package.ts'

let built = ''
let cli = ''
const folder = mkdtempSync(path.join(tmpdir(), 'taipan-cli-'))

before(() => {
  built = builtPackage()
  cli = path.join(built, 'cli.js')
  writeFileSync(
    path.join(folder, 'prog.py'),
    'import sys\nprint(__name__, __file__ == sys.path[0] + "/prog.py", sys.argv)\n',
  )
  mkdirSync(path.join(folder, 'pack'))
  writeFileSync(path.join(folder, 'pack/__main__.py'), 'import sys\nprint(__name__, sys.argv)\n')
})

after(() => rmSync(folder, { recursive: true }))

interface Result {
  readonly out: string
  readonly err: string
  readonly status: number | null
}

function taipan(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Result {
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
  })
  return { out: result.stdout, err: result.stderr, status: result.status }
}

test('what is run', () => {
  assert.equal(
    taipan(['-c', 'import sys; print(sys.argv, sys.path[0] == "")', 'a', '-b']).out,
    "['-c', 'a', '-b'] True\n",
  )
  assert.equal(taipan(['prog.py', '-q']).out, "__main__ True ['prog.py', '-q']\n")
  assert.equal(taipan(['-m', 'prog', 'x']).out, `__main__ True ['${folder}/prog.py', 'x']\n`)
  assert.equal(taipan(['pack', 'y']).out, "__main__ ['pack', 'y']\n")
  assert.equal(taipan(['-', 'z'], 'import sys; print(sys.argv)').out, "['-', 'z']\n")
  assert.equal(taipan([], 'print(__name__)').out, '__main__\n')
})

test('compiled files and folders in archives are run', () => {
  const make = `import py_compile, zipfile
py_compile.compile('prog.py', 'prog.pyc')
py_compile.compile('prog.py', 'bytecode')
with zipfile.ZipFile('packs.zip', 'w') as archive: archive.write('pack/__main__.py')`
  assert.equal(taipan(['-c', make]).err, '')
  assert.equal(taipan(['prog.pyc', 'x']).out, "__main__ False ['prog.pyc', 'x']\n")
  assert.equal(taipan(['bytecode']).out, "__main__ False ['bytecode']\n")
  assert.equal(taipan(['packs.zip/pack', 'y']).out, "__main__ ['packs.zip/pack', 'y']\n")
  writeFileSync(path.join(folder, 'bad.pyc'), 'no code')
  assert.equal(taipan(['bad.pyc']).err, 'RuntimeError: Bad magic number in .pyc file\n')
})

test('what was written to files that are still open is there in the end, however it comes', () => {
  for (const end of ['', 'raise SystemExit(3)', '1/0']) {
    const program = `kept = open('kept', 'w'); kept.write('kept${end}'); open(1, 'wb', closefd=False).write(b'two'); ${end}`
    assert.equal(taipan(['-c', program]).out, 'two')
    assert.equal(readFileSync(path.join(folder, 'kept'), 'utf8'), `kept${end}`)
  }
})

test('files that nobody refers to any more give their descriptors back when there are none left', () => {
  const program = `kept = open('kept', 'w+')
for i in range(200): open('left', 'a').write('x'); open('left').read()
print(kept.write('kept'), kept.seek(0), kept.read(), len(open('left').read()))`
  const few = ['-c', 'ulimit -n 100; exec "$@"', 'sh', process.execPath, cli, '-c', program]
  assert.equal(spawnSync('sh', few, { cwd: folder, encoding: 'utf8' }).stdout, '4 0 kept 200\n')
})

test('PYTHONHASHSEED decides hashes of strs, and with them the order of a set', () => {
  const program = "print(hash('abc'), hash(b'abc'), {'a', 'b', 'c', 'd'})"
  assert.equal(
    taipan(['-c', program], '', { PYTHONHASHSEED: '0' }).out,
    "-4594863902769663758 -4594863902769663758 {'d', 'c', 'a', 'b'}\n",
  )
  assert.equal(
    taipan(['-c', program], '', { PYTHONHASHSEED: '42' }).out,
    "3869580338025362921 3869580338025362921 {'c', 'd', 'a', 'b'}\n",
  )
})

test('os._exit ends the process wherever it is called, without anything else', () => {
  const ends = (program: string): Result => taipan(['-c', `import os, threading, atexit\n${program}`])
  assert.deepEqual(ends("try: os._exit(3)\nfinally: print('not reached')"), { out: '', err: '', status: 3 })
  assert.equal(ends('t = threading.Thread(target=os._exit, args=(4,)); t.start(); t.join()').status, 4)
  assert.equal(ends('atexit.register(os._exit, 5)').status, 5)
  assert.equal(taipan(['-i'], 'import os\nos._exit(6)\n').status, 6)
})

test('-c takes a program that is indented, and its lines are shown by whoever shows tracebacks', () => {
  const program = `
    import traceback
    try:
        1 / 0
    except ZeroDivisionError:
        traceback.print_exc()
    def f():
        raise KeyError
    f()
  `
  assert.equal(
    taipan(['-c', program]).err,
    `Traceback (most recent call last):
  File "<string>", line 4, in <module>
    1 / 0
    ~~^~~
ZeroDivisionError: division by zero
Traceback (most recent call last):
  File "<string>", line 9, in <module>
    f()
    ~^^
  File "<string>", line 8, in f
    raise KeyError
KeyError
`,
  )
  assert.equal(taipan(['-c', '  x = 1\n y = 2']).status, 1)
})

test('-b warns where bytes and str are mixed, -W of what it does not know', () => {
  const program = "print(str(b'a'), bytearray(b'x') != 'y', b'a' == 1, b'a' == b'b')"
  const { out, err } = taipan(['-b', '-W', 'nonsense', '-c', program])
  assert.equal(out, "b'a' True False False\n")
  assert.equal(
    err,
    `Invalid -W option ignored: invalid action: 'nonsense'
<string>:1: BytesWarning: str() on a bytes instance
<string>:1: BytesWarning: Comparison between bytearray and string
<string>:1: BytesWarning: Comparison between bytes and int
`,
  )
  assert.match(taipan(['-bb', '-c', "b'a' == 'a'"]).err, /\nBytesWarning: Comparison between bytes and string\n$/)
})

test('options and variables', () => {
  const program =
    'import sys; f = sys.flags; print(f.optimize, f.verbose, f.isolated, f.ignore_environment, f.safe_path, sys.warnoptions)'
  assert.equal(taipan(['-OO', '-Wignore', '-W', 'error', '-c', program]).out, "2 0 0 0 False ['ignore', 'error']\n")
  assert.equal(taipan(['-Ic', program], '', { PYTHONOPTIMIZE: '1' }).out, '0 0 1 1 True []\n')
  assert.equal(
    taipan(['-bc', program], '', { PYTHONOPTIMIZE: '1', PYTHONWARNINGS: 'a,b' }).out,
    "1 0 0 0 False ['a', 'b', 'default::BytesWarning']\n",
  )
  assert.equal(taipan(['-X', 'a=b', '-Xc', '-c', 'import sys; print(sys._xoptions)']).out, "{'a': 'b', 'c': True}\n")
  assert.equal(taipan(['-Oc', 'assert 0; print(__debug__)']).out, 'False\n')
})

test('settings by -X and by variables', () => {
  const limit = 'import sys; print(sys.flags.int_max_str_digits, sys.get_int_max_str_digits())'
  assert.equal(taipan(['-X', 'int_max_str_digits=0', '-c', limit]).out, '0 0\n')
  assert.equal(taipan(['-c', limit], '', { PYTHONINTMAXSTRDIGITS: '4000' }).out, '4000 4000\n')
  const processors = 'import os; print(os.cpu_count(), os.process_cpu_count())'
  assert.equal(taipan(['-X', 'cpu_count=4321', '-c', processors]).out, '4321 4321\n')
  assert.equal(taipan(['-c', processors], '', { PYTHON_CPU_COUNT: '1234' }).out, '1234 1234\n')
  assert.match(taipan(['-X', 'cpu_count=0', '-c', '']).err, /-X cpu_count=n option: n is missing or an invalid number/)
  const prefix = 'import sys; print(sys.pycache_prefix)'
  assert.equal(taipan(['-X', 'pycache_prefix=bar', '-c', prefix], '', { PYTHONPYCACHEPREFIX: 'foo' }).out, 'bar\n')
  assert.equal(taipan(['-X', 'pycache_prefix', '-c', prefix], '', { PYTHONPYCACHEPREFIX: 'foo' }).out, 'None\n')
  assert.equal(taipan(['-c', prefix], '', { PYTHONPYCACHEPREFIX: 'foo' }).out, 'foo\n')
  const flags =
    'from sys import flags as f; print(f[0], f.utf8_mode, f.thread_inherit_context, f.context_aware_warnings)'
  assert.equal(taipan(['-c', flags]).out, '0 0 0 0\n')
  assert.equal(
    taipan(['-d', '-X', 'utf8', '-X', 'thread_inherit_context=1', '-c', flags], '', {
      PYTHON_CONTEXT_AWARE_WARNINGS: '1',
    }).out,
    '1 1 1 1\n',
  )
  const encodings = 'import io; print(io.text_encoding(None), open("prog.py").encoding)'
  assert.equal(taipan(['-X', 'utf8', '-c', encodings]).out, 'utf-8 utf-8\n')
  assert.equal(taipan(['-X', 'utf8=0', '-c', encodings]).out, 'locale UTF-8\n')
  assert.match(taipan(['-c', ''], '', { PYTHONUTF8: '7' }).err, /invalid PYTHONUTF8 environment variable value/)
  assert.equal(
    taipan(['-X', 'warn_default_encoding', '-c', 'open("prog.py").close()']).err,
    "<string>:1: EncodingWarning: 'encoding' argument not specified\n",
  )
})

test('tracebacks without columns', () => {
  const { err } = taipan(['-X', 'no_debug_ranges', '-c', 'def f(): return 1 + (1/0)\nf()'])
  assert.ok(err.includes('return 1 + (1/0)') && !err.includes('~'), err)
})

test('usage errors', () => {
  const usage =
    "usage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `taipan -h' for more information.\n"
  assert.deepEqual(taipan(['-z']), { out: '', err: `Unknown option: -z\n${usage}`, status: 2 })
  assert.deepEqual(taipan(['-c']), { out: '', err: `Argument expected for the -c option\n${usage}`, status: 2 })
  const missing = taipan(['nosuch.py'])
  assert.equal(missing.status, 2)
  assert.match(missing.err, /: can't open file '.*\/nosuch\.py': \[Errno 2\] No such file or directory\n$/)
  assert.equal(taipan(['-m', 'nosuch']).status, 1)
  assert.match(taipan(['-V']).out, /^Python 3\.14\.\d+\n$/)
})

test('how programs end', () => {
  assert.equal(taipan(['-c', 'raise SystemExit(3)']).status, 3)
  assert.equal(taipan(['-c', 'import sys; sys.exit(-1)']).status, 255)
  assert.equal(taipan(['-c', 'import sys; sys.exit(2**128)']).status, 255)
  assert.deepEqual(taipan(['-c', 'raise SystemExit("no")']), { out: '', err: 'no\n', status: 1 })
  const failure = taipan(['-c', 'def f(): 1/0\nf()'])
  const traceback = `Traceback (most recent call last):
  File "<string>", line 2, in <module>
    f()
    ~^^
  File "<string>", line 1, in f
    def f(): 1/0
             ~^~
ZeroDivisionError: division by zero
`
  assert.deepEqual(failure, { out: '', err: traceback, status: 1 })
  assert.equal(taipan(['-c', 'import atexit; atexit.register(print, "bye"); print("hi")']).out, 'hi\nbye\n')
})

test('a file that is no text', () => {
  const place = path.join(folder, 'picture.py')
  const told = (text: string | Uint8Array) => {
    writeFileSync(place, text)
    return taipan([place]).err.replaceAll(place, 'FILE')
  }
  const declared = 'but no encoding declared; see https://peps.python.org/pep-0263/ for details'
  assert.equal(
    told(Uint8Array.of(10, 0x89, 80, 10, 0)),
    `  File "FILE", line 2\n    \ufffdP\n    ^\nSyntaxError: Non-UTF-8 code starting with '\\x89' in file FILE on line 2, ${declared}\n`,
  )
  assert.equal(
    told('x = 1\ny\0z'),
    '  File "FILE", line 2\n    y\nSyntaxError: source code cannot contain null bytes\n',
  )
})

test('a signal interrupts the program', async () => {
  const interrupted = async (program: string): Promise<string> => {
    const child = spawn(process.execPath, [cli, '-uc', program], { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    let isSent = false
    child.stderr.on('data', piece => (text += piece))
    child.stdout.on('data', piece => {
      text += piece
      // The listener has to be up by now: the program has been running for long enough.
      if (!isSent) setTimeout(() => child.kill('SIGINT'), 1500)
      isSent = true
    })
    const [status, signal] = await new Promise<[number | null, string | null]>(resolve =>
      child.on('close', (...ended) => resolve(ended)),
    )
    return `${text}${signal ?? status}`
  }
  const [caught, uncaught] = await Promise.all([
    interrupted('print("on")\ntry:\n  while True: pass\nexcept KeyboardInterrupt: print("caught")'),
    interrupted('import time\nprint("on")\ntime.sleep(20)'),
  ])
  assert.equal(caught, 'on\ncaught\n0')
  assert.match(uncaught, /^on\nTraceback [\s\S]*KeyboardInterrupt\nSIGINT$/)
})

test('the prompt, without a terminal', () => {
  const typed = '1 + 1\ndef f():\n  return 1/0\n\nf()\n_\nx = (\n3)\nx\nimport sys\nsys.exit(4)\n'
  const { out, err, status } = taipan(['-iq'], typed)
  assert.equal(out, '2\n2\n3\n')
  assert.equal(status, 4)
  const traceback = `Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    f()
    ~^^
  File "<stdin>", line 2, in f
    return 1/0
           ~^~
ZeroDivisionError: division by zero
`
  assert.equal(err, `>>> >>> ... ... >>> ${traceback}>>> >>> ... >>> >>> >>> `)
  assert.equal(taipan(['-i', '-c', 'y = 5'], 'y\n').out, '5\n')
})

test('modules that a program imported without looking at their specs have them for the prompt', () => {
  const name = 'math.__dict__["__spec__"].name\n'
  assert.equal(taipan(['-i', '-c', 'import math'], name).out, "'math'\n")
})

test('the prompt that awaits', () => {
  const { out, status } = taipan(['-m', 'asyncio'], 'async def f(): return 5\n\nawait f()\nexit(3)\n')
  assert.equal(out, '>>> >>> >>> 5\n>>> ')
  assert.equal(status, 3)
})

test('dumps and statistics', () => {
  const program = 'def f(n):\n  s = 0\n  for i in range(n): s += i\n  return s\nf(1000)'
  assert.match(taipan(['--dump=tokens', '-c', 'x']).out, /1,0-1,1:\s+NAME\s+'x'/)
  assert.match(taipan(['--dump=ast', '-c', 'x']).out, /^Module\(/)
  assert.match(taipan(['--dump=symbols', '-c', program]).out, /function f \(line 1\)/)
  assert.match(taipan(['--dump=bytecode:f', '-c', program]).out, /FOR_ITER/)
  assert.match(taipan(['--dump=specialized:f', '-c', program]).out, /FOR_ITER_RANGE/)
  const plain = taipan(['--no-specialization', '--dump=specialized:f', '-c', program]).out
  assert.ok(plain.includes('FOR_ITER') && !plain.includes('FOR_ITER_RANGE'))
  const { families } = JSON.parse(taipan(['-X', 'jit=off', '--stats=json', '-c', program]).err)
  const loop = families.find((family: { name: string }) => family.name === 'FOR_ITER')
  assert.ok(loop.hits >= 990 && loop.specialized > 0.9)
})

test('what is still there at the end is finalized', () => {
  const program = `class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name, sys.is_finalizing())
import sys
first, second = Loud(1), Loud(2)
import atexit
atexit.register(print, 'exit function')`
  assert.equal(taipan(['-c', program]).out, 'exit function\ndel 1 True\ndel 2 True\n')
})

test('what is known of the machine and of the build', () => {
  const limits = `import resource
print([limit == -1 or limit > 10_000 for limit in resource.getrlimit(resource.RLIMIT_STACK)])
resource.setrlimit(resource.RLIMIT_NOFILE, resource.getrlimit(resource.RLIMIT_NOFILE))
print(resource.getrusage(resource.RUSAGE_SELF).ru_utime > 0)
resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))`
  const { out, err } = taipan(['-c', limits])
  assert.equal(out, '[True, True]\nTrue\n')
  assert.match(err, /PermissionError: \[Errno 1\]/)
  const build = 'from sysconfig import get_config_vars as of; print(of("VERSION", "EXT_SUFFIX", "CFLAGS", "nonsense"))'
  assert.equal(taipan(['-c', build]).out, "['3.14', '.taipan-314-x86_64-linux-gnu.so', '', None]\n")
})

test('the API as it is built', async () => {
  const names = Object.keys(await import(path.join(built, 'taipan.js'))).sort()
  const declared = Object.keys(api).sort()
  assert.deepEqual(names, declared)
})
