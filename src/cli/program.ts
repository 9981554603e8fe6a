/**
 * Runs what the command line names: text, a module, a file, a folder or archive with a `__main__`, or what stdin has. As Modules/main.c.
 */
import { HostError, type HostFiles } from '../base/host.ts'
import { errorMessage, errors } from '../base/errno.ts'
import { Code } from '../compiler/code.ts'
import { MarshalError, MarshalReader } from '../compiler/marshal.ts'
import { ErrorPosition, SourceError } from '../frontend/source-error.ts'
import { compileText, exceptionOfSourceError } from '../interpreter/compiling.ts'
import { valueOfConstant } from '../interpreter/prepare.ts'
import { configuration } from '../modules/configuration.ts'
import { importAbsolute } from '../modules/import/import-name.ts'
import { importlibExternal } from '../modules/import/bootstrap.ts'
import { fillIn, noteProgram, specifyLater, specsMayWait } from '../modules/import/late-specs.ts'
import { magicNumber } from '../modules/version.ts'
import { registerSource, rememberSource } from '../modules/source-lines.ts'
import { call, callMethod } from '../objects/call.ts'
import { raise, raised } from '../objects/exception.ts'
import { runtimeErrorType } from '../objects/exception-types.ts'
import type { PyCode } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'
import { PyList } from '../objects/list.ts'
import type { PyModule } from '../objects/module.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import type { CommandLine } from './options.ts'

/** The program cannot be started: a message for stderr and an exit status. */
export class StartError {
  readonly message: string
  readonly status: number
  constructor(message: string, status: number) {
    this.message = message
    this.status = status
  }
}

/** `sys.argv[0]`, before the module is found for -m. */
export function programName(line: CommandLine): string {
  const { program } = line
  switch (program.kind) {
    case 'command':
      return '-c'
    case 'module':
      return '-m'
    case 'file':
      return program.path
    case 'stdin':
      return line.rest[0] === '-' ? '-' : ''
  }
}

/** The text or bytes of the program and the name that its code gets; null for what runs otherwise. */
export interface Source {
  readonly text: string | Uint8Array
  readonly filename: string
}

/** Runs the program in `__main__`. */
export function runProgram(line: CommandLine, main: PyModule): void {
  const { program } = line
  if (program.kind === 'module') {
    prependPath(files().workingFolder())
    runModule(program.name, true)
    return
  }
  if (program.kind === 'file') {
    const place = absolute(program.path)
    if (isPackageLike(place)) {
      pushPath(place)
      runModule('__main__', false)
      return
    }
  }
  const source = sourceOf(line)
  if (program.kind === 'file') prependPath(folderOf(files().realPath(source.filename)))
  else prependPath('')
  runSource(source, main)
}

/** What the program's text is. Raises StartError where a file cannot be read. */
export function sourceOf(line: CommandLine): Source {
  const { program } = line
  if (program.kind === 'command') {
    const text = dedented(program.text)
    rememberSource('<string>', text)
    return { text, filename: '<string>' }
  }
  if (program.kind === 'file') {
    const filename = absolute(program.path)
    const bytes = readFile(filename)
    return { text: line.skipFirstLine > 0 ? withoutFirstLine(bytes) : bytes, filename }
  }
  return { text: readStdin(), filename: '<stdin>' }
}

/** Without the indentation that all lines have which are not blank: so that -c can be given an indented program. */
function dedented(text: string): string {
  const lines = text.split('\n').map(line => (/^[ \t]+$/.test(line) ? '' : line))
  let margin: string | null = null
  for (const line of lines) {
    if (line === '') continue
    const indentation = /^[ \t]*/.exec(line)![0]
    if (margin === null) margin = indentation
    while (!indentation.startsWith(margin)) margin = margin.slice(0, -1)
  }
  return margin === null || margin === '' ? text : lines.map(line => line.slice(margin.length)).join('\n')
}

const compiled = (source: string | Uint8Array, filename: string): PyCode =>
  compileText(source, filename, 'exec', configuration().optimization)

/** What is no text is told of in other words than where `compile` is given it. */
function compiledFile(bytes: Uint8Array, filename: string): PyCode {
  const end = bytes.indexOf(0)
  try {
    const code = compiled(end < 0 ? bytes : bytes.subarray(0, end), filename)
    if (end < 0) return code
  } catch (thrown) {
    const text = textOf(asStr(raised(thrown).fields?.['msg'] ?? null) ?? '')
    const isUndecodable = text.startsWith('Non-UTF-8 code')
    if (isUndecodable) raised(thrown).setField('msg', strOf(text.replace(' on line', ` in file ${filename} on line`)))
    if (isUndecodable || end < 0) throw thrown
  }
  throw exceptionOfSourceError(nullByte(bytes.subarray(0, end), filename))
}

function nullByte(before: Uint8Array, filename: string): SourceError {
  const lines = new TextDecoder().decode(before).split('\n')
  const position = new ErrorPosition(lines.length, -1, lines.at(-1)!, null, null)
  return new SourceError('SyntaxError', 'source code cannot contain null bytes', filename, position)
}

/** Runs source as the program: `__main__` knows where it is from. */
export function runSource({ text, filename }: Source, main: PyModule): void {
  const isBytecode = typeof text !== 'string' && isBytecodeFile(text, filename)
  const code =
    typeof text === 'string' ? compiled(text, filename) : isBytecode ? codeIn(text) : compiledFile(text, filename)
  const isFile = filename !== '<string>'
  if (isFile) {
    main.dict.setStr('__file__', strOf(filename))
    main.dict.setStr('__cached__', null)
  }
  noteProgram(code.code)
  if (isFile && filename !== '<stdin>' && vm.host.library !== null) {
    const fill = (): void => fillIn(main, '__loader__', loaderOf(filename, isBytecode))
    if (specsMayWait()) specifyLater(main, fill)
    else fill()
  }
  executed.code = code
  if (typeof text === 'string' && filename === '<string>') registerSource(code, text, filename)
  hooks.runCode(code, main.dict, main.dict, null)
}

/** What has been run, for `--dump=specialized`. */
export const executed: { code: PyCode | null } = { code: null }

/** Only importlib can make one. */
function loaderOf(filename: string, isBytecode: boolean): Value {
  const name = isBytecode ? 'SourcelessFileLoader' : 'SourceFileLoader'
  return call(importlibExternal().dict.getStr(name)!, ['__main__', strOf(filename)])
}

/** Before the code: the magic number, flags, and what its source was. */
const bytecodeHeader = 16

/** Is it a `.pyc` file, by its name or by its first bytes? As maybe_pyc_file. */
const isBytecodeFile = (bytes: Uint8Array, filename: string): boolean =>
  filename.endsWith('.pyc') || (bytes[0] === (magicNumber & 255) && bytes[1] === magicNumber >> 8)

function codeIn(bytes: Uint8Array): PyCode {
  const magic = [magicNumber & 255, magicNumber >> 8, 0x0d, 0x0a]
  if (magic.some((byte, i) => bytes[i] !== byte)) raise(runtimeErrorType, 'Bad magic number in .pyc file')
  try {
    const data = new MarshalReader(bytes.subarray(bytecodeHeader)).read()
    if (data instanceof Code) return valueOfConstant(data) as PyCode
  } catch (thrown) {
    if (!(thrown instanceof MarshalError)) throw thrown
  }
  raise(runtimeErrorType, 'Bad code object in .pyc file')
}

function runModule(name: string, altersArgv: boolean): void {
  const runpy = importAbsolute('runpy')
  callMethod(runpy, '_run_module_as_main', strOf(name), altersArgv)
}

function files(): HostFiles {
  if (vm.host.files === null) throw new StartError('there is no file system', 1)
  return vm.host.files
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `${files().workingFolder()}/${path}`
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1))

function prependPath(folder: string): void {
  if (!configuration().safePath) pushPath(folder)
}

function pushPath(folder: string): void {
  const path = vm.sysAttribute('path')
  if (path instanceof PyList) vm.sys.setStr('path', new PyList([strOf(folder), ...path.toArray()]))
}

const fileKinds = 0o170000
const folderKind = 0o040000

/** A folder, a zip archive or a folder in one: something that modules can be imported from. */
function isPackageLike(path: string): boolean {
  try {
    if ((files().status(path, 'follow').mode & fileKinds) === folderKind) return true
    return endsAsArchive(path)
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown
    return thrown.errno === errors.ENOTDIR && isPackageLike(folderOf(path))
  }
}

/** Archives end with a record that begins with `PK\x05\x06`; programs in text have no such bytes. */
function endsAsArchive(path: string): boolean {
  const size = files().status(path, 'follow').size
  const tail = new Uint8Array(Math.min(size, 22 + 0xffff))
  const fd = files().open(path, 0, 0)
  try {
    files().read(fd, tail, size - tail.length)
  } finally {
    files().close(fd)
  }
  for (let i = tail.length - 22; i >= 0; i--)
    if (tail[i] === 0x50 && tail[i + 1] === 0x4b && tail[i + 2] === 5 && tail[i + 3] === 6) return true
  return false
}

function readFile(path: string): Uint8Array {
  try {
    const fd = files().open(path, 0, 0)
    try {
      return readAll(size => {
        const bytes = new Uint8Array(size)
        return bytes.subarray(0, files().read(fd, bytes, null))
      })
    } finally {
      files().close(fd)
    }
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown
    const name = configuration().executable
    throw new StartError(`${name}: can't open file '${path}': [Errno ${thrown.errno}] ${errorMessage(thrown.errno)}`, 2)
  }
}

function readStdin(): Uint8Array {
  const { stdin } = vm.host
  return stdin === null ? new Uint8Array(0) : readAll(size => stdin.read(size))
}

function readAll(read: (size: number) => Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  for (let piece = read(65536); piece.length > 0; piece = read(65536)) {
    pieces.push(piece)
    length += piece.length
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** -x: the first line stays as an empty one, so that line numbers are right. */
function withoutFirstLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(10)
  return end < 0 ? new Uint8Array(0) : bytes.subarray(end)
}

/** `$PYTHONSTARTUP`, which runs in `__main__` before the prompt comes. */
export function runStartupFile(path: string, main: PyModule): void {
  const code = compiledFile(readFile(absolute(path)), path)
  hooks.runCode(code, main.dict, main.dict, null)
}
