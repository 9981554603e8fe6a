/**
 * The text of a builtin's signature, taken apart. `($self, a, b=1, /, c: int = None, *args, d, **kwargs)`.
 */
import { PyBytes } from './bytes.ts'
import { emptyTuple } from './tuple.ts'
import { PyFloat, type Value } from './value.ts'

export type ParameterKind = 'positional' | 'standard' | 'varargs' | 'keyword' | 'varkeywords'

export interface Parameter {
  readonly name: string
  readonly kind: ParameterKind
  /** Name of the converter, without the `?`. */
  readonly converter: string
  readonly allowsNone: boolean
  readonly isOptional: boolean
  /** Value when absent; undefined for none. Already what the converter would give. */
  readonly fallback: unknown
}

export interface Signature {
  readonly parameters: readonly Parameter[]
  readonly passesSelf: boolean
  /** Positional parameters, and how many of them must be given. */
  readonly positional: number
  readonly required: number
  /** May the arguments of a call without keywords be passed on as they come, followed by the defaults of what was not given? */
  readonly isPlain: boolean
  /** May they be passed on like that once each was converted? */
  readonly isConverted: boolean
  /** The defaults of all parameters, by position; those that only keywords can give come last. */
  readonly fallbacks: readonly unknown[]
  readonly hasVarargs: boolean
  readonly hasVarkeywords: boolean
}

export function parseSignature(text: string): Signature {
  const inside = withoutBrackets(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')))
  const parts = splitParameters(inside)
  const first = parts[0]
  const bound = first?.startsWith('$') ? parts.shift() : undefined
  const slash = parts.indexOf('/')
  const parameters: Parameter[] = []
  let keywordOnly = false
  parts.forEach((part, at) => {
    if (part === '/') return
    if (part === '*') keywordOnly = true
    else if (part.startsWith('**')) parameters.push(parseParameter(part.slice(2), 'varkeywords'))
    else if (part.startsWith('*')) {
      parameters.push(parseParameter(part.slice(1), 'varargs'))
      keywordOnly = true
    } else parameters.push(parseParameter(part, keywordOnly ? 'keyword' : at < slash ? 'positional' : 'standard'))
  })
  const positional = parameters.filter(each => each.kind === 'positional' || each.kind === 'standard')
  return {
    parameters,
    passesSelf: bound !== undefined && bound !== '$module',
    positional: positional.length,
    required: positional.filter(each => !each.isOptional).length,
    isPlain: parameters.every(takesAnything),
    isConverted: parameters.every(isByPosition),
    fallbacks: parameters.map(each => each.fallback),
    hasVarargs: parameters.some(each => each.kind === 'varargs'),
    hasVarkeywords: parameters.some(each => each.kind === 'varkeywords'),
  }
}

/** Needs a parameter no look at the argument of a call without keywords? */
function takesAnything({ kind, converter, isOptional }: Parameter): boolean {
  if (kind === 'keyword') return isOptional
  return (kind === 'positional' || kind === 'standard') && converter === 'object'
}

/** Is a parameter known by its position in a call without keywords? */
function isByPosition({ kind, isOptional }: Parameter): boolean {
  return kind === 'keyword' ? isOptional : kind === 'positional' || kind === 'standard'
}

/** `a[, b[, c]]`, CPython's older notation of parameters that may be left out, in today's. */
function withoutBrackets(inside: string): string {
  return inside.replace(/\[,\s*([\w:? ]+)/g, ', $1=<unrepresentable>').replace(/\]+/g, '')
}

function splitParameters(inside: string): string[] {
  // A default may be a quoted comma or a tuple; nothing else nests.
  const parts = inside.match(/(?:'[^']*'|\([^)]*\)|[^,'(])+/g) ?? []
  return parts.map(part => part.trim()).filter(part => part !== '')
}

function parseParameter(part: string, kind: ParameterKind): Parameter {
  const match = /^(\w+)\s*(?::\s*(\w+)(\??))?\s*(?:=\s*(.*))?$/s.exec(part)
  if (match === null) throw new Error(`cannot read the parameter '${part}' of a builtin`)
  const [, name, converter = 'object', none, fallback] = match
  return {
    name: name!,
    kind,
    converter,
    allowsNone: none === '?',
    isOptional: fallback !== undefined,
    fallback: fallback === undefined ? undefined : parseDefault(fallback, converter),
  }
}

const constants: Record<string, Value | undefined> = {
  None: null,
  True: true,
  False: false,
  '()': emptyTuple,
  '<unrepresentable>': undefined,
  'sys.maxsize': Number.MAX_SAFE_INTEGER,
}

function parseDefault(text: string, converter: string): unknown {
  if (text in constants) return constants[text]
  if (/^-?\d+$/.test(text)) return Number(text)
  if (/^-?[\d.]+(e[+-]?\d+)?$/.test(text)) return converter === 'float' ? Number(text) : new PyFloat(Number(text))
  if (/^b'.*'$/.test(text)) {
    const bytes = Uint8Array.from(text.slice(2, -1), char => char.charCodeAt(0))
    return converter === 'buffer' ? bytes : new PyBytes(bytes)
  }
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replace(/\\n/g, '\n')
  throw new Error(`cannot read the default '${text}' of a builtin's parameter`)
}

/** The signature as `__text_signature__` has it: without converters. */
export function textSignature(text: string): string {
  return text
    .slice(text.indexOf('('))
    .replace(/(\w)\s*:\s*\w+\??/g, '$1')
    .replace(/\s*=\s*/g, '=')
}
