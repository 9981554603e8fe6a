/** compile, eval, exec, globals, locals, __import__, breakpoint: what needs the compiler, the interpreter or the import system. */
import { typeOf } from '../objects/builtin-types.ts'
import { bufferOf } from '../objects/bytes.ts'
import { call, callPathMethod } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { runtimeErrorType, syntaxErrorType, systemErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyCell, PyCode, type Frame } from '../objects/frame.ts'
import { hooks, type CompileMode } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { PyBytes } from '../objects/bytes.ts'
import { rawBuiltin } from './raw-builtin.ts'

/** Bits of `flags` that a program may pass: those of `__future__` features and those of PyCF_COMPILE_MASK. */
const futureMask = 0x1fe0000
const onlyAst = 0x400
const allowedFlags = futureMask | 0x10 | 0x8000 | 0x4000 | 0x2000 | 0x1000 | onlyAst | 0x200

function currentFrame(): Frame {
  if (vm.frame === null) raise(systemErrorType, 'frame does not exist')
  return vm.frame
}

export function currentLocals(): Value {
  return hooks.frameLocals(currentFrame())
}

/** The `__future__` features of the code that is calling. */
const inheritedFlags = (): number => (vm.frame === null ? 0 : vm.frame.code.flags & futureMask)

/** The text or bytes of a program; undefined for something else. */
function sourceOf(source: Value): string | Uint8Array | undefined {
  const str = asStr(source)
  const text = str === undefined ? bufferOf(source) : textOf(str)
  if (text === undefined) return undefined
  if (typeof text === 'string' ? text.includes('\0') : text.includes(0))
    raise(syntaxErrorType, 'source code string cannot contain null bytes')
  return text
}

/** os.fspath, decoded. */
function filenameOf(value: Value): string {
  let path: Value = value
  if (asStr(value) === undefined && !(value instanceof PyBytes)) {
    const result = callPathMethod(value)
    if (result === undefined)
      raiseTypeError(`expected str, bytes or os.PathLike object, not ${typeName(typeOf(value))}`)
    path = result
  }
  const text = asStr(path)
  if (text !== undefined) return textOf(text)
  if (path instanceof PyBytes) return new TextDecoder().decode(path.bytes)
  raiseTypeError(
    `expected ${typeName(typeOf(value))}.__fspath__() to return str or bytes, not ${typeName(typeOf(path))}`,
  )
}

function checkMode(mode: string, flags: number): CompileMode {
  if (mode === 'exec' || mode === 'eval' || mode === 'single') return mode
  if (mode === 'func_type') {
    if ((flags & onlyAst) === 0) raise(valueErrorType, "compile() mode 'func_type' requires flag PyCF_ONLY_AST")
    return mode
  }
  const modes = (flags & onlyAst) === 0 ? "'exec', 'eval' or 'single'" : "'exec', 'eval', 'single' or 'func_type'"
  raise(valueErrorType, `compile() mode must be ${modes}`)
}

function compile(
  source: Value,
  filename: Value,
  mode: string,
  flags: number,
  dontInherit: boolean,
  optimize: number,
  featureVersion: number,
): Value {
  const path = filenameOf(filename)
  if ((flags & ~allowedFlags) !== 0) raise(valueErrorType, 'compile(): unrecognised flags')
  if (optimize < -1 || optimize > 2) raise(valueErrorType, 'compile(): invalid optimize value')
  const compileMode = checkMode(mode, flags)
  const allFlags = dontInherit ? flags : flags | inheritedFlags()
  const text = sourceOf(source)
  const isTree = text === undefined && source instanceof PyObject && hooks.isSyntaxTree(source)
  if (text === undefined && !isTree) raiseTypeError('compile() arg 1 must be a string, bytes or AST object')
  return hooks.compileSource({
    source: text ?? (source as PyObject),
    filename: path,
    mode: compileMode,
    flags: allFlags,
    optimize,
    featureVersion,
  })
}

/** PyMapping_Check: has `__getitem__`. */
const isMapping = (value: Value): boolean => typeOf(value).subscript !== null

interface Namespaces {
  readonly globals: PyDict
  readonly locals: Value
}

/** The namespaces that eval and exec run in, given or those of the caller; `__builtins__` is put into the globals. */
function namespacesOf(globals: Value, locals: Value): Namespaces {
  let namespaces: Namespaces
  if (globals instanceof PyDict) namespaces = { globals, locals: locals === null ? globals : locals }
  else {
    const frame = currentFrame()
    namespaces = { globals: frame.globals, locals: locals === null ? hooks.frameLocals(frame) : locals }
  }
  if (namespaces.globals.getStr('__builtins__') === undefined)
    namespaces.globals.setStr('__builtins__', vm.frame === null ? vm.builtins : vm.frame.builtins)
  return namespaces
}

const compiled = (source: string | Uint8Array, mode: CompileMode): PyCode =>
  hooks.compileSource({
    source,
    filename: '<string>',
    mode,
    flags: inheritedFlags(),
    optimize: -1,
    featureVersion: -1,
  }) as PyCode

function evaluate(source: Value, globals: Value, locals: Value): Value {
  if (locals !== null && !isMapping(locals)) raiseTypeError('locals must be a mapping')
  if (globals !== null && !(globals instanceof PyDict))
    raiseTypeError(
      isMapping(globals) ? 'globals must be a real dict; try eval(code, {}, mapping)' : 'globals must be a dict',
    )
  const namespaces = namespacesOf(globals, locals)
  if (source instanceof PyCode) {
    if (freeCount(source) > 0) raiseTypeError('code object passed to eval() may not contain free variables')
    return hooks.runCode(source, namespaces.globals, namespaces.locals, null)
  }
  const text = sourceOf(source)
  if (text === undefined) raiseTypeError('eval() arg 1 must be a string, bytes or code object')
  return hooks.runCode(compiled(withoutIndent(text), 'eval'), namespaces.globals, namespaces.locals, null)
}

/** An expression may be indented. */
function withoutIndent(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === 'string') return source.replace(/^[ \t]+/, '')
  let start = 0
  while (source[start] === 32 || source[start] === 9) start++
  return source.subarray(start)
}

const freeVariable = 0x80
function freeCount(code: PyCode): number {
  let count = 0
  for (const kind of code.code.localspluskinds) if ((kind & freeVariable) !== 0) count++
  return count
}

function execute(source: Value, globals: Value, locals: Value, closure: Value): Value {
  if (globals !== null && !(globals instanceof PyDict))
    raiseTypeError(`exec() globals must be a dict, not ${typeName(typeOf(globals))}`)
  if (locals !== null && !isMapping(locals))
    raiseTypeError(`locals must be a mapping or None, not ${typeName(typeOf(locals))}`)
  const namespaces = namespacesOf(globals, locals)
  if (source instanceof PyCode) {
    hooks.runCode(source, namespaces.globals, namespaces.locals, cellsOf(source, closure))
    return null
  }
  if (closure !== null) raiseTypeError('closure can only be used when source is a code object')
  const text = sourceOf(source)
  if (text === undefined) raiseTypeError('exec() arg 1 must be a string, bytes or code object')
  hooks.runCode(compiled(text, 'exec'), namespaces.globals, namespaces.locals, null)
  return null
}

function cellsOf(code: PyCode, closure: Value): readonly PyCell[] | null {
  const wanted = freeCount(code)
  if (wanted === 0) {
    if (closure !== null) raiseTypeError('cannot use a closure with this code object')
    return null
  }
  const cells = closure instanceof PyTuple ? closure.items : []
  if (cells.length !== wanted || !cells.every(cell => cell instanceof PyCell))
    raiseTypeError(`code object requires a closure of exactly length ${wanted}`)
  return cells as readonly PyCell[]
}

function importModule(name: Value, globals: Value, locals: Value, fromlist: Value, level: number): Value {
  const text = asStr(name)
  if (text === undefined) raiseTypeError('module name must be a string')
  if (level < 0) raise(valueErrorType, 'level must be >= 0')
  return hooks.importName(textOf(text), globals, locals, fromlist, level)
}

function breakpoint(args: Value[], keywords: KeywordNames): Value {
  const hook = vm.sysAttribute('breakpointhook')
  if (hook === undefined) raise(runtimeErrorType, 'lost sys.breakpointhook')
  return call(hook, args, keywords)
}

export const codeFunctions = () => [
  builtin(
    'compile($module, /, source, filename, mode: text, flags: ssize=0, dont_inherit: bool=False, optimize: ssize=-1, *, _feature_version: ssize=-1)',
    compile,
    `A code object, for exec() or eval(), from source text, encoded text or a syntax tree.

The mode is 'exec' for a module, 'single' for one interactive statement, 'eval' for an expression.
Error messages show the filename. The flags say which features of __future__ are on, beside those of
the calling code, unless dont_inherit is true.`,
  ),
  builtin(
    'eval($module, source, /, globals=None, locals=None)',
    evaluate,
    `The value of an expression, given as text or as a code object from compile().

The globals are a dictionary, the locals any mapping: those of the caller, or, if only globals are given, these for both.`,
  ),
  builtin(
    'exec($module, source, /, globals=None, locals=None, *, closure=None)',
    execute,
    `Runs statements, given as text or as a code object from compile().

The globals are a dictionary, the locals any mapping: those of the caller, or, if only globals are given, these for both.
A code object with free variables needs a closure: a tuple of as many cells.`,
  ),
  builtin(
    'globals($module, /)',
    () => currentFrame().globals,
    "The dictionary of the current module's global variables.",
  ),
  builtin('locals($module, /)', currentLocals, 'A dictionary of the local variables of the current scope.'),
  builtin(
    '__import__($module, /, name, globals=None, locals=None, fromlist=(), level: ssize=0)',
    importModule,
    `Import a module: what the import statement calls.

Programs call importlib.import_module() instead. With fromlist empty, __import__('A.B') answers package A, else
module B of it. A level of 0 means an absolute import; a positive one, how many packages to go up from the one that globals name.`,
  ),
  rawBuiltin(
    'breakpoint($module, /, *args, **kws)',
    breakpoint,
    'Calls sys.breakpointhook with the arguments: by default that is the debugger pdb.',
  ),
]
