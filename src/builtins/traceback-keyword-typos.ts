/**
 * A misspelt keyword as the reason of a SyntaxError: of the names near the error, the first that becomes valid source when
 * replaced by a keyword like it. As TracebackException._find_keyword_typos (Lib/traceback.py).
 */
import { closestName } from '../base/suggestion-distance.ts'
import { compileSource } from '../compiler/compile.ts'
import { parse } from '../frontend/parse.ts'
import { SourceError } from '../frontend/source-error.ts'
import { NAME } from '../frontend/token-kinds.ts'
import { Tokenizer } from '../frontend/tokenizer.ts'
import type { PyBaseException } from '../objects/exception.ts'
import { asStr, textOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import type { Value } from '../objects/value.ts'
import { fieldOf } from './exception-fields.ts'
import { closeMatches } from './traceback-close-matches.ts'
import { dedentLines, splitLines } from './traceback-text.ts'

const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  )

const maxSource = 1024
const maxNames = 10
const maxMatches = 3

/** What the display says instead of "invalid syntax"; columns count characters from 1. */
export interface KeywordTypo {
  readonly message: string
  readonly text: string
  readonly start: number
  readonly end: number
}

export function findKeywordTypo(exception: PyBaseException): KeywordTypo | undefined {
  const message = textIn(fieldOf(exception, 'msg'))
  if (message !== 'invalid syntax' && !message?.includes('Perhaps you forgot a comma')) return undefined
  const metadata = fieldOf(exception, '_metadata')
  if (!(metadata instanceof PyTuple)) return undefined
  const [line, , source] = metadata.items
  const text = textIn(source)
  const lastLine = Number(fieldOf(exception, 'lineno') ?? 0)
  if (text === undefined || typeof line !== 'number') return undefined
  const code = dedentLines(splitLines(text).slice(Math.max(line - 1, 0), lastLine))
  return code.join('\n').length > maxSource ? undefined : findIn(code)
}

function textIn(value: Value | undefined): string | undefined {
  const str = value === undefined ? undefined : asStr(value)
  return str === undefined ? undefined : textOf(str)
}

function findIn(lines: readonly string[]): KeywordTypo | undefined {
  for (const name of namesIn(lines.join('\n'))) {
    const line = lines[name.line - 1]!
    for (const keyword of candidates(name.text)) {
      const fixed = [...lines]
      fixed[name.line - 1] = line.slice(0, name.column) + keyword + line.slice(name.column + name.text.length)
      if (!isValid(fixed.join('\n'))) continue
      const start = Array.from(line.slice(0, name.column)).length + 1
      const end = start + Array.from(name.text).length
      return { message: `invalid syntax. Did you mean '${keyword}'?`, text: `${line}\n`, start, end }
    }
  }
  return undefined
}

interface Name {
  readonly text: string
  readonly line: number
  /** In UTF-16 units of the line. */
  readonly column: number
}

/** The first names of a source that are no keywords. */
function namesIn(source: string): Name[] {
  const options = { single: false, keepBlocksOpen: false, typeComments: false, extraTokens: false }
  const tokenizer = new Tokenizer(source, '<traceback>', options)
  try {
    tokenizer.run()
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown
  }
  const { tokens } = tokenizer
  const names: Name[] = []
  for (let i = 0; i < tokens.count && names.length < maxNames; i++) {
    if (tokens.kinds[i] !== NAME) continue
    const start = tokens.starts[i]!
    const column = start - (source.lastIndexOf('\n', start - 1) + 1)
    names.push({ text: source.slice(start, tokens.ends[i]!), line: tokens.lines[i]!, column })
  }
  return names
}

function candidates(name: string): string[] {
  const closest = closestName(name, keywords)
  const matches = closeMatches(name, keywords, maxMatches, 0.5)
  return (closest === undefined ? matches : [closest, ...matches]).slice(0, maxMatches)
}

/** Does it compile, or could more lines make it so? As codeop.compile_command. */
function isValid(source: string): boolean {
  return parses(source) === 'complete' ? compiles(source) : parses(`${source}\n`) !== 'invalid'
}

function parses(source: string): 'complete' | 'incomplete' | 'invalid' {
  try {
    parse(source, '<traceback>', 'exec', { allowIncomplete: true, keepBlocksOpen: true })
    return 'complete'
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown
    return thrown.type === '_IncompleteInputError' ? 'incomplete' : 'invalid'
  }
}

function compiles(source: string): boolean {
  try {
    compileSource(source, '<traceback>', 'exec', { optimize: 0, flags: 0 })
    return true
  } catch (thrown) {
    if (thrown instanceof SourceError) return false
    throw thrown
  }
}
