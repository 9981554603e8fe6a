/** `--dump`: a program as the stages of the way to the interpreter see it. */
import { Code } from '../compiler/code.ts'
import { disassemble } from '../compiler/disassemble.ts'
import { compileSource, symbolTableOf } from '../compiler/compile.ts'
import { inlineCacheEntries, opcodeNames } from '../compiler/generated/opcodes.ts'
import { parse } from '../frontend/parse.ts'
import { printAstIndented } from '../frontend/print-ast.ts'
import { printTokens } from '../frontend/print-tokens.ts'
import { SourceError } from '../frontend/source-error.ts'
import { printScope } from '../compiler/symbols/print-symbols.ts'
import { exceptionOfSourceError } from '../interpreter/compiling.ts'
import { configuration } from '../modules/configuration.ts'
import { PyCode } from '../objects/frame.ts'
import type { CommandLine, Dump } from './options.ts'
import { executed, type Source, sourceOf, StartError } from './program.ts'

/** Prints a stage that comes before running. */
export function dumpSource(line: CommandLine, { what, name }: { what: Dump; name: string | null }): void {
  if (line.program.kind === 'module') throw new StartError('--dump of a module: name its file', 2)
  const source = sourceOf(line)
  try {
    process.stdout.write(textOf(what, source, name))
  } catch (thrown) {
    if (thrown instanceof SourceError) throw exceptionOfSourceError(thrown, source.text)
    throw thrown
  }
}

function textOf(what: Dump, { text, filename }: Source, name: string | null): string {
  if (what === 'tokens') return withNewline(printTokens(text, filename))
  if (what === 'ast') return withNewline(printAstIndented(parse(text, filename, 'exec')))
  if (what === 'symbols') {
    const tree = parse(text, filename, 'exec')
    return withNewline(printScope(symbolTableOf(tree, filename).scopeOf(tree)))
  }
  const code = compileSource(text, filename, 'exec', { optimize: configuration().optimization })
  return disassemble(name === null ? code : found(code, name))
}

const withNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

/** The code object of a function by its qualified name. */
function found(code: Code, name: string): Code {
  const queue = [code]
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    if (each.qualname === name || each.name === name) return each
    for (const constant of each.consts) if (constant instanceof Code) queue.push(constant)
  }
  throw new StartError(`--dump: there is no function ${name}`, 1)
}

/** Prints the program's code as its run has left it, with specialized instructions; or that of one function. */
export function dumpSpecialized(name: string | null): void {
  const { code } = executed
  if (code === null) return
  for (const each of withInner(code))
    if (name === null || each.code.qualname === name || each.code.name === name)
      process.stdout.write(specializedText(each))
}

function withInner(code: PyCode): PyCode[] {
  const inner = code.consts.filter(constant => constant instanceof PyCode)
  return [code, ...inner.flatMap(withInner)]
}

/** Offset, instruction and oparg; caches are left out. Code that has never run has nothing to show. */
function specializedText(code: PyCode): string {
  let text = `Specialized code of ${code.code.qualname}${code.units.length === 0 ? ': it has never run' : ''}\n`
  const { units } = code
  for (let i = 0; i < units.length; i++) {
    const opcode = units[i]! & 255
    text += `${String(2 * i).padStart(6)}  ${opcodeNames[opcode]!.padEnd(32)}${units[i]! >> 8}\n`
    i += inlineCacheEntries[opcode]!
  }
  return `${text}\n`
}
