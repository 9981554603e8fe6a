/**
 * Patterns. The code for a pattern takes the subject from the stack and goes on if it matches; otherwise it jumps
 * to where as many values are popped as lie on the stack at that point.
 *
 * Captured values are not stored until the whole pattern has matched: they wait on the stack, below what the code
 * still works with (`onTop` values).
 */
import { TupleConstant } from '../../base/constant.ts'
import type {
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchSequence,
  MatchSingleton,
  MatchValue,
  Pattern,
} from '../../frontend/generated/ast.ts'
import { equalityKey } from '../constant-table.ts'
import { opcodes } from '../generated/opcodes.ts'
import { type Label, type Location, locationOf } from '../instruction.ts'
import { pythonRepr } from '../unparse-constants.ts'
import type { Compiler } from './compiler.ts'
import { visitExpression } from './expressions.ts'
import { emitBinary, emitCompare, NB_SUBSCR } from './operators.ts'
import { visitAlternatives } from './pattern-alternatives.ts'

const o = opcodes

export class PatternContext {
  /** Captured names, in the order of their values on the stack. */
  stores: string[] = []
  allowsIrrefutable = false
  onTop = 0
  /** Where to go on failure with i values to pop. */
  #failures: Label[] = []

  failureLabel(c: Compiler, pops: number): Label {
    while (this.#failures.length <= pops) this.#failures.push(c.newLabel())
    return this.#failures[pops]!
  }

  jumpToFailure(c: Compiler, opcode: number, location: Location): void {
    c.emitJump(opcode, this.failureLabel(c, this.onTop + this.stores.length), location)
  }

  placeFailures(c: Compiler, location: Location): void {
    for (let pops = this.#failures.length - 1; pops >= 0; pops--) {
      c.place(this.#failures[pops]!)
      if (pops > 0) c.emit(o.POP_TOP, location)
    }
    this.#failures = []
  }
}

export function isWildcard(pattern: Pattern): boolean {
  return pattern.node === 'MatchAs' && pattern.name === null
}

export function visitPattern(c: Compiler, p: Pattern, context: PatternContext): void {
  switch (p.node) {
    case 'MatchValue':
      visitValue(c, p, context)
      break
    case 'MatchSingleton':
      visitSingleton(c, p, context)
      break
    case 'MatchSequence':
      visitSequence(c, p, context)
      break
    case 'MatchMapping':
      visitMapping(c, p, context)
      break
    case 'MatchClass':
      visitClass(c, p, context)
      break
    case 'MatchStar':
      capture(c, p.name, context, locationOf(p))
      break
    case 'MatchAs':
      visitAs(c, p, context)
      break
    case 'MatchOr':
      visitAlternatives(c, p, context)
      break
  }
}

/** Within another pattern one that always matches is fine. */
function visitSubpattern(c: Compiler, p: Pattern, context: PatternContext): void {
  const outer = context.allowsIrrefutable
  context.allowsIrrefutable = true
  visitPattern(c, p, context)
  context.allowsIrrefutable = outer
}

/** Moves the top below `count` − 1 values. */
export function rotate(c: Compiler, count: number, location: Location): void {
  for (; count > 1; count--) c.emitArg(o.SWAP, count, location)
}

export function checkNotCaptured(c: Compiler, name: string, context: PatternContext, location: Location): void {
  if (context.stores.includes(name)) {
    throw c.error(`multiple assignments to name ${pythonRepr(name)} in pattern`, location)
  }
}

function capture(c: Compiler, name: string | null, context: PatternContext, location: Location): void {
  if (name === null) {
    c.emit(o.POP_TOP, location)
    return
  }
  checkNotCaptured(c, name, context, location)
  rotate(c, context.onTop + context.stores.length + 1, location)
  context.stores.push(name)
}

function visitAs(c: Compiler, p: MatchAs, context: PatternContext): void {
  const location = locationOf(p)
  if (p.pattern === null) {
    if (!context.allowsIrrefutable) {
      const what = p.name === null ? 'wildcard' : `name capture ${pythonRepr(p.name)}`
      throw c.error(`${what} makes remaining patterns unreachable`, location)
    }
    capture(c, p.name, context, location)
    return
  }
  context.onTop++
  c.emitArg(o.COPY, 1, location)
  visitPattern(c, p.pattern, context)
  context.onTop--
  capture(c, p.name, context, location)
}

function visitValue(c: Compiler, p: MatchValue, context: PatternContext): void {
  const location = locationOf(p)
  if (p.value.node !== 'Constant' && p.value.node !== 'Attribute') {
    throw c.error('patterns may only match literals and attribute lookups', location)
  }
  visitExpression(c, p.value)
  emitCompare(c, 'Eq', location)
  c.emit(o.TO_BOOL, location)
  context.jumpToFailure(c, o.POP_JUMP_IF_FALSE, location)
}

function visitSingleton(c: Compiler, p: MatchSingleton, context: PatternContext): void {
  const location = locationOf(p)
  c.loadConstant(p.value, location)
  emitCompare(c, 'Is', location)
  context.jumpToFailure(c, o.POP_JUMP_IF_FALSE, location)
}

function visitSequence(c: Compiler, p: MatchSequence, context: PatternContext): void {
  const location = locationOf(p)
  const { patterns } = p
  const size = patterns.length
  const star = patterns.findIndex(pattern => pattern.node === 'MatchStar')
  if (patterns.some((pattern, i) => i > star && star >= 0 && pattern.node === 'MatchStar')) {
    throw c.error('multiple starred names in sequence pattern', location)
  }
  const starPattern = patterns[star]
  const isStarWildcard = starPattern?.node === 'MatchStar' && starPattern.name === null
  context.onTop++
  c.emit(o.MATCH_SEQUENCE, location)
  context.jumpToFailure(c, o.POP_JUMP_IF_FALSE, location)
  if (star < 0) checkLength(c, 'Eq', size, context, location)
  else if (size > 1) checkLength(c, 'GtE', size - 1, context, location)
  context.onTop--
  if (patterns.every((pattern, i) => (i === star ? isStarWildcard : isWildcard(pattern)))) {
    c.emit(o.POP_TOP, location)
  } else if (isStarWildcard) {
    visitItemsBySubscript(c, patterns, star, context, location)
  } else {
    visitUnpackedItems(c, patterns, star, context, location)
  }
}

function checkLength(
  c: Compiler,
  comparison: 'Eq' | 'GtE',
  size: number,
  context: PatternContext,
  location: Location,
): void {
  c.emit(o.GET_LEN, location)
  c.loadConstant(size, location)
  emitCompare(c, comparison, location)
  context.jumpToFailure(c, o.POP_JUMP_IF_FALSE, location)
}

function visitUnpackedItems(
  c: Compiler,
  patterns: readonly Pattern[],
  star: number,
  context: PatternContext,
  location: Location,
): void {
  const size = patterns.length
  if (star < 0) {
    c.emitArg(o.UNPACK_SEQUENCE, size, location)
  } else {
    const after = size - star - 1
    if (star >= 1 << 8 || after >= 0x7fffffff >> 8) {
      throw c.error('too many expressions in star-unpacking sequence pattern', location)
    }
    c.emitArg(o.UNPACK_EX, star + (after << 8), location)
  }
  context.onTop += size
  for (const pattern of patterns) {
    context.onTop--
    visitSubpattern(c, pattern, context)
  }
}

/** With `*_` among the patterns, only the items that matter are fetched. */
function visitItemsBySubscript(
  c: Compiler,
  patterns: readonly Pattern[],
  star: number,
  context: PatternContext,
  location: Location,
): void {
  context.onTop++
  patterns.forEach((pattern, i) => {
    if (i === star || isWildcard(pattern)) return
    c.emitArg(o.COPY, 1, location)
    if (i < star) {
      c.loadConstant(i, location)
    } else {
      // The subject may not know negative indices.
      c.emit(o.GET_LEN, location)
      c.loadConstant(patterns.length - i, location)
      emitBinary(c, 'Sub', 0, location)
    }
    c.emitArg(o.BINARY_OP, NB_SUBSCR, location)
    visitSubpattern(c, pattern, context)
  })
  context.onTop--
  c.emit(o.POP_TOP, location)
}

function visitClass(c: Compiler, p: MatchClass, context: PatternContext): void {
  const location = locationOf(p)
  const { patterns, kwd_attrs: attributes, kwd_patterns: keywordPatterns } = p
  attributes.forEach((attribute, i) => {
    if (attributes.indexOf(attribute) < i) {
      const message = `attribute name repeated in class pattern: ${attribute}`
      throw c.error(message, locationOf(keywordPatterns[i]!))
    }
  })
  visitExpression(c, p.cls)
  c.loadConstant(new TupleConstant(attributes), location)
  c.emitArg(o.MATCH_CLASS, patterns.length, location)
  failIfNone(c, context, 1, location)
  const all = [...patterns, ...keywordPatterns]
  c.emitArg(o.UNPACK_SEQUENCE, all.length, location)
  context.onTop += all.length - 1
  for (const pattern of all) {
    context.onTop--
    if (isWildcard(pattern)) c.emit(o.POP_TOP, location)
    else visitSubpattern(c, pattern, context)
  }
}

/** Fails if the top is None; `pushed` values were put on the stack since the subject was counted. */
function failIfNone(c: Compiler, context: PatternContext, pushed: number, location: Location): void {
  context.onTop += pushed
  c.emitArg(o.COPY, 1, location)
  c.loadConstant(null, location)
  c.emitArg(o.IS_OP, 1, location)
  context.jumpToFailure(c, o.POP_JUMP_IF_FALSE, location)
}

function visitMapping(c: Compiler, p: MatchMapping, context: PatternContext): void {
  const location = locationOf(p)
  const { keys, patterns, rest } = p
  const size = keys.length
  context.onTop++
  c.emit(o.MATCH_MAPPING, location)
  context.jumpToFailure(c, o.POP_JUMP_IF_FALSE, location)
  if (size === 0 && rest === null) {
    context.onTop--
    c.emit(o.POP_TOP, location)
    return
  }
  if (size > 0) checkLength(c, 'GtE', size, context, location)
  visitKeys(c, p, location)
  c.emitArg(o.BUILD_TUPLE, size, location)
  c.emit(o.MATCH_KEYS, location)
  // The keys, and their values or None.
  failIfNone(c, context, 2, location)
  c.emitArg(o.UNPACK_SEQUENCE, size, location)
  context.onTop += size - 1
  for (const pattern of patterns) {
    context.onTop--
    visitSubpattern(c, pattern, context)
  }
  context.onTop -= 2
  if (rest === null) {
    c.emit(o.POP_TOP, location)
    c.emit(o.POP_TOP, location)
    return
  }
  copyWithoutKeys(c, size, location)
  capture(c, rest, context, location)
}

function visitKeys(c: Compiler, p: MatchMapping, location: Location): void {
  const seen = new Set<string>()
  for (const key of p.keys) {
    if (key.node === 'Constant') {
      const same = equalityKey(key.value)
      if (seen.has(same)) {
        throw c.error(`mapping pattern checks duplicate key (${pythonRepr(key.value)})`, location)
      }
      seen.add(same)
    } else if (key.node !== 'Attribute') {
      throw c.error('mapping pattern keys may only match literals and attribute lookups', location)
    }
    visitExpression(c, key)
  }
}

/** On the stack are the subject and the tuple of keys; a dict of the other items replaces them. */
function copyWithoutKeys(c: Compiler, size: number, location: Location): void {
  c.emitArg(o.BUILD_MAP, 0, location)
  c.emitArg(o.SWAP, 3, location)
  c.emitArg(o.DICT_UPDATE, 2, location)
  c.emitArg(o.UNPACK_SEQUENCE, size, location)
  for (let left = size; left > 0; left--) {
    c.emitArg(o.COPY, 1 + left, location)
    c.emitArg(o.SWAP, 2, location)
    c.emit(o.DELETE_SUBSCR, location)
  }
}
