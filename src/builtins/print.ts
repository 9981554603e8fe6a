// Hot.
/** `print` and `input`. As Python/bltinmodule.c. */
import { raiseUnexpected } from '../objects/argument-binding.ts'
import { lookupAttribute } from '../objects/attribute.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { builtinMethod, call, callMethod } from '../objects/call.ts'
import { raise, raised, raiseTypeError } from '../objects/exception.ts'
import { eofErrorType, exceptionType, runtimeErrorType } from '../objects/exception-types.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr, isStr, strOf, textOf } from '../objects/str.ts'
import { str } from '../objects/text.ts'
import { truth } from '../objects/truth.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { rawBuiltin } from './raw-builtin.ts'

function textOption(name: 'sep' | 'end', value: Value, otherwise: string): Value {
  if (value === null) return otherwise
  if (!isStr(value)) raiseTypeError(`${name} must be None or a string, not ${typeName(typeOf(value))}`)
  return value
}

export function print(args: Value[], keywords: KeywordNames): Value {
  const named = keywords === null ? 0 : keywords.length
  const count = args.length - named
  let sep: Value = null
  let last: Value = null
  let file: Value = null
  let flushes = false
  for (let i = 0; i < named; i++) {
    const name = keywords![i]!
    const value = args[count + i]!
    if (name === 'sep') sep = value
    else if (name === 'end') last = value
    else if (name === 'file') file = value
    else if (name === 'flush') flushes = truth(value)
    else raiseUnexpected('print', name, ['sep', 'end', 'file', 'flush'])
  }
  if (file === null) {
    const stdout = vm.sysAttribute('stdout')
    if (stdout === undefined) raise(runtimeErrorType, 'lost sys.stdout')
    // A program without a console has None for its standard streams.
    if (stdout === null) return null
    file = stdout
  }
  const separator = textOption('sep', sep, ' ')
  const end = textOption('end', last, '\n')
  for (let i = 0; i < count; i++) {
    if (i > 0) write(file, separator)
    write(file, args[i]!)
  }
  write(file, end)
  if (flushes) callMethod(file, 'flush')
  return null
}

/** `file.write(str(value))`: the attribute is looked up first, as in PyFile_WriteObject. */
function write(file: Value, value: Value): void {
  const builtin = builtinMethod(file, 'write')
  if (builtin !== undefined) {
    builtin.call(file, [str(value)], null)
    return
  }
  const method = lookupAttribute(file, 'write')
  call(method, [str(value)])
}

function stream(name: 'stdin' | 'stdout' | 'stderr'): Value {
  const value = vm.sysAttribute(name)
  if (value === undefined || value === null) raise(runtimeErrorType, `input(): lost sys.${name}`)
  return value
}

/** Flushes, whatever comes of it. */
function flushQuietly(file: Value): void {
  try {
    callMethod(file, 'flush')
  } catch (thrown) {
    if (!raised(thrown).type.isSubtypeOf(exceptionType)) throw thrown
  }
}

function input(prompt: Value): Value {
  const stdin = stream('stdin')
  const stdout = stream('stdout')
  flushQuietly(stream('stderr'))
  if (prompt !== '') write(stdout, prompt)
  flushQuietly(stdout)
  const line = asStr(callMethod(stdin, 'readline'))
  if (line === undefined) raiseTypeError('object.readline() returned non-string')
  const text = textOf(line)
  if (text === '') raise(eofErrorType, 'EOF when reading a line')
  return text.endsWith('\n') ? strOf(text.slice(0, -1)) : line
}

export const consoleFunctions = () => [
  builtin(
    "input($module, prompt='', /)",
    input,
    'A line from standard input, without its newline. The prompt is printed before.\n\nAt the end of the input EOFError is raised.',
  ),
  rawBuiltin(
    "print($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
    print,
    'Writes the values as text, sep between them and end after the last one, to the file, which is\nsys.stdout unless given; flush says whether to flush it then.',
  ),
]
