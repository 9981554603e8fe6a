/** The attributes that generators, coroutines and asynchronous generators have in common, by the prefix of their names. */
import { raiseTypeError } from '../objects/exception.ts'
import type { PyGenerator } from '../objects/generator.ts'
import { isStr } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'

/** What the suspended generator waits for in `await` or `yield from`; None if it is in neither. */
export function awaitedBy({ frame, started, running }: PyGenerator): Value {
  if (frame === null || !started || running) return null
  // It goes on at a RESUME, whose oparg tells after what: 2 is `yield from`, 3 `await`.
  const resumedAfter = frame.code.code.code[2 * frame.pc + 1]! & 3
  return resumedAfter >= 2 ? (frame.slots[frame.sp - 1] ?? null) : null
}

function setText(attribute: string, field: 'name' | 'qualname') {
  return (self: PyGenerator, value: Value | undefined): void => {
    if (value === undefined || !isStr(value)) raiseTypeError(`${attribute} must be set to a string object`)
    self[field] = value
  }
}

export function generatorGetSet(prefix: string, awaited: string, what: string) {
  return [
    ['__name__', (self: PyGenerator) => self.name, setText('__name__', 'name'), `name of the ${what}`],
    [
      '__qualname__',
      (self: PyGenerator) => self.qualname,
      setText('__qualname__', 'qualname'),
      `qualified name of the ${what}`,
    ],
    [
      `${prefix}_${awaited}`,
      awaitedBy,
      null,
      `object being ${awaited === 'await' ? 'awaited on' : 'iterated by yield from'}, or None`,
    ],
    [`${prefix}_frame`, (self: PyGenerator) => self.frame],
    [`${prefix}_suspended`, (self: PyGenerator) => self.frame !== null && self.started && !self.running],
    [`${prefix}_code`, (self: PyGenerator) => self.code],
  ] as const
}
