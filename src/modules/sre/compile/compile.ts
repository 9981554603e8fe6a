/**
 * Patterns from text to code in one go, without the Python code of Lib/re, whose modules take longer to load than the patterns of most
 * programs to compile.
 *
 * The code is what Lib/re/_compiler.py makes, word for word. That stays where it is, for all that is refused here: patterns with
 * errors or warnings, and flags that only it knows.
 */
import type { Str } from '../../../objects/str.ts'
import { Flag, typeFlags } from '../opcodes.ts'
import { generate } from './generate.ts'
import { Parser } from './parse.ts'
import { Source } from './source.ts'

export interface CompiledPattern {
  readonly code: readonly number[]
  readonly flags: number
  /** With the whole match as the first. */
  readonly groups: number
  readonly groupNames: ReadonlyMap<string, number>
}

const known = Flag.ignoreCase | Flag.multiline | Flag.dotAll | Flag.verbose | typeFlags

/** Null if it is refused. */
export function compilePattern(pattern: Str | Uint8Array, passed: number): CompiledPattern | null {
  if ((passed & ~known) !== 0) return null
  const source = new Source(pattern)
  const parser = new Parser(source, passed)
  const sequence = parser.parse()
  const flags = fixFlags(parser.flags, source.isText)
  if (source.isRefused || flags === null) return null
  const code = generate(sequence, flags)
  return code && { code, flags, groups: parser.groups, groupNames: parser.groupNames }
}

/** A pattern of text is one for Unicode unless it says otherwise. Null if flags are not for the kind of pattern, or for each other. */
function fixFlags(flags: number, isText: boolean): number | null {
  const types = flags & typeFlags
  if (!isText) return (types & Flag.unicode) !== 0 || types === (Flag.locale | Flag.ascii) ? null : flags
  if (types !== 0 && types !== Flag.ascii && types !== Flag.unicode) return null
  return types === 0 ? flags | Flag.unicode : flags
}
