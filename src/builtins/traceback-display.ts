/**
 * A traceback as CPython prints it: the exception with its stack, those that it was caused by, and those that it groups. As
 * TracebackException (Lib/traceback.py), which prints uncaught exceptions in CPython.
 */
import { findAttribute } from '../objects/attribute.ts'
import { type PyBaseException, raised } from '../objects/exception.ts'
import { baseExceptionGroupType, syntaxErrorType } from '../objects/exception-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { isSequence, itemsOf } from '../objects/iteration.ts'
import { isStr } from '../objects/str.ts'
import { reprText, strText } from '../objects/text.ts'
import { fullName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { exceptionsOf } from './exception-group.ts'
import { formatStack, type SourceLine } from './traceback-stack.ts'
import { suggestionFor } from './traceback-suggestions.ts'
import { formatSyntaxError } from './traceback-syntax.ts'
import { indentLines } from './traceback-text.ts'

const causeMessage = '\nThe above exception was the direct cause of the following exception:\n\n'
const contextMessage = '\nDuring handling of the above exception, another exception occurred:\n\n'

const maxGroupWidth = 15
const maxGroupDepth = 10

/** The text that is printed of an uncaught exception. */
export function formatException(exception: PyBaseException, sourceLine: SourceLine): string {
  const report = new Report(sourceLine)
  report.add(linked(exception))
  return report.text
}

/** An exception among those that are shown with it; each is shown once. */
interface Linked {
  readonly exception: PyBaseException
  cause: Linked | null
  context: Linked | null
  members: Linked[] | null
}

/** Follows causes, contexts and members breadth first, as deep as they go; what has been seen is left out. */
function linked(exception: PyBaseException): Linked {
  const seen = new Set<PyBaseException>()
  const link = (each: PyBaseException): Linked => {
    seen.add(each)
    return { exception: each, cause: null, context: null, members: null }
  }
  const first = link(exception)
  const queue = [first]
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    const { cause, context, suppressContext, type } = entry.exception
    if (cause !== null && !seen.has(cause)) entry.cause = link(cause)
    const needsContext = entry.cause === null && !suppressContext
    if (context !== null && needsContext && !seen.has(context)) entry.context = link(context)
    if (type.isSubtypeOf(baseExceptionGroupType)) entry.members = exceptionsOf(entry.exception).map(link)
    if (entry.cause !== null) queue.push(entry.cause)
    if (entry.context !== null) queue.push(entry.context)
    if (entry.members !== null) queue.push(...entry.members)
  }
  return first
}

class Report {
  readonly sourceLine: SourceLine
  text: string
  /** Nesting of groups: how far the margin is to the right. */
  depth: number
  /** Has the frame around a group's members still to be closed? */
  isOpen: boolean

  constructor(sourceLine: SourceLine) {
    this.sourceLine = sourceLine
    this.text = ''
    this.depth = 0
    this.isOpen = false
  }

  private get margin(): string {
    return '  '.repeat(this.depth)
  }

  private emit(text: string, border = '|'): void {
    this.text += indentLines(text, this.depth === 0 ? '' : `${this.margin}${border} `)
  }

  /** The exceptions that led to this one, the first one first, and then it. */
  add(last: Linked): void {
    const chain: { message: string | null; entry: Linked }[] = []
    for (let entry: Linked | null = last; entry !== null; ) {
      const before: Linked | null = entry.cause ?? (entry.exception.suppressContext ? null : entry.context)
      const message = entry.cause !== null ? causeMessage : before === null ? null : contextMessage
      chain.push({ message, entry })
      entry = before
    }
    for (const { message, entry } of chain.reverse()) {
      if (message !== null) this.emit(message)
      if (entry.members === null) this.addPlain(entry.exception, 'Traceback', '|')
      else if (this.depth > maxGroupDepth) this.emit(`... (max_group_depth is ${maxGroupDepth})\n`)
      else this.addGroup(entry.exception, entry.members)
    }
  }

  private addPlain(exception: PyBaseException, heading: string, border: string): void {
    const stack = formatStack(exception.traceback, this.sourceLine)
    if (stack.length > 0) {
      this.emit(`${heading} (most recent call last):\n`, border)
      for (const entry of stack) this.emit(entry)
    }
    for (const line of formatExceptionOnly(exception)) this.emit(line)
  }

  private addGroup(exception: PyBaseException, members: readonly Linked[]): void {
    const isTopLevel = this.depth === 0
    if (isTopLevel) this.depth = 1
    this.addPlain(exception, 'Exception Group Traceback', isTopLevel ? '+' : '|')
    const shown = Math.min(members.length, maxGroupWidth + 1)
    this.isOpen = false
    for (let i = 0; i < shown; i++) this.addMember(members, i, i === shown - 1)
    if (isTopLevel) this.depth = 0
  }

  private addMember(members: readonly Linked[], index: number, isLast: boolean): void {
    // The members of the last member may be what closes the frame.
    if (isLast) this.isOpen = true
    const isCut = index >= maxGroupWidth
    const title = isCut ? '...' : String(index + 1)
    this.text += `${this.margin}${index === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`
    this.depth++
    if (isCut) {
      const remaining = members.length - maxGroupWidth
      this.emit(`and ${remaining} more exception${remaining > 1 ? 's' : ''}\n`)
    } else this.add(members[index]!)
    if (isLast && this.isOpen) {
      this.text += `${this.margin}+------------------------------------\n`
      this.isOpen = false
    }
    this.depth--
  }
}

/** `str(value)` or `repr(value)`, or that it failed. */
function safely(what: string, how: 'str' | 'repr', text: () => string): string {
  try {
    return text()
  } catch (thrown) {
    raised(thrown)
    return `<${what} ${how}() failed>`
  }
}

/** The lines after the stack: type and message, and notes. */
export function formatExceptionOnly(exception: PyBaseException): string[] {
  const name = fullName(exception.type, '<unknown>')
  const lines = exception.type.isSubtypeOf(syntaxErrorType)
    ? formatSyntaxError(exception, name)
    : [finalLine(name, safely('exception', 'str', () => strText(exception)) + suggestionFor(exception))]
  return [...lines, ...noteLines(exception)]
}

const finalLine = (name: string, message: string): string => (message === '' ? `${name}\n` : `${name}: ${message}\n`)

function noteLines(exception: PyBaseException): string[] {
  let notes: Value | undefined
  try {
    notes = findAttribute(exception, '__notes__')
  } catch (thrown) {
    const error = raised(thrown)
    return [`Ignored error getting __notes__: ${safely('__notes__', 'repr', () => reprText(error))}\n`]
  }
  if (notes === undefined || notes === null) return []
  if (!isSequence(notes) || isStr(notes) || notes instanceof PyBytes)
    return [`${safely('__notes__', 'repr', () => reprText(notes))}\n`]
  return itemsOf(notes).flatMap(note =>
    safely('note', 'str', () => strText(note))
      .split('\n')
      .map(line => `${line}\n`),
  )
}
