/** `input()` of a program whose lines come from a function of the host, which may answer a promise. */
import { rawBuiltin } from '../builtins/raw-builtin.ts'
import { callMethod } from '../objects/call.ts'
import { PyBuiltinFunction } from '../objects/callable.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { eofErrorType } from '../objects/exception-types.ts'
import { strText } from '../objects/text.ts'
import { strOf } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import type { ReadLine } from './embedded-host.ts'
import type { Interpreter } from './interpreter.ts'

/** Answers what a builtin answers for a value of the host. */
export interface Answers {
  answer(own: PyBuiltinFunction, result: unknown): Value
}

export function consoleInput(interpreter: Interpreter, readLine: ReadLine, answers: Answers): void {
  const input: PyBuiltinFunction = new PyBuiltinFunction(
    rawBuiltin(
      "input($module, prompt='', /)",
      (args, keywords) => {
        if (keywords !== null) raiseTypeError('input() takes no keyword arguments')
        if (args.length > 1) raiseTypeError(`input expected at most 1 argument, got ${args.length}`)
        const prompt = args.length === 0 ? '' : strText(args[0]!)
        showPrompt(prompt)
        const line = readLine(prompt)
        return line === null || typeof line === 'string'
          ? strOf(withoutNewline(line))
          : answers.answer(input, line.then(withoutNewline))
      },
      'A line from the host, without its newline. The prompt is printed before.\n\nAt the end of the input EOFError is raised.',
    ),
    interpreter.vm.modules.getStr('builtins')!,
    'builtins',
  )
  interpreter.vm.builtins.setStr('input', input)
}

function showPrompt(prompt: string): void {
  const stdout = vm.sysAttribute('stdout') ?? null
  if (stdout === null || prompt === '') return
  callMethod(stdout, 'write', strOf(prompt))
  callMethod(stdout, 'flush')
}

function withoutNewline(line: string | null): string {
  if (line === null) raise(eofErrorType, 'EOF when reading a line')
  return line.endsWith('\n') ? line.slice(0, -1) : line
}
