/**
 * Turns micro-ops into stencils: the code of tier 2 before it is linked.
 *
 * A stencil is the JavaScript text of a body with holes «…» where the linker (src/jit/linker.ts) puts registers and constants:
 *
 *     «i0» «o0» «t0»   the registers of an input, an output, a local of the body
 *     «oparg» «cache» «code» «frame»   what the instruction has of its own
 *     «exit»           code that leaves the unit: a guard has failed
 *     «h:name»         a function or class that the body refers to
 *     «label»          a label, where the body returns from its middle
 *
 * The text comes from the same definition as the interpreter's case, so both tiers compute the same. What cannot be a stencil has no entry: micro-ops that
 * specialize, that go elsewhere, or that reach into the frame by themselves; tier 2 lowers those to others.
 */
import type { Definitions, Uop } from './read-definitions.ts'
import { renderBody, VariablePool } from './render-body.ts'

class HolePool extends VariablePool {
  #count = 0
  override take(): string {
    return `«t${this.#count++}»`
  }
  get count(): number {
    return this.#count
  }
}

/** Names as the body finds them: parameters, the instruction's own, imports. */
class HoleNames extends Map<string, string> {
  readonly #imports: ReadonlyMap<string, unknown>
  constructor(imports: ReadonlyMap<string, unknown>, uop: Uop) {
    super(['oparg', 'code', 'frame'].map(name => [name, `«${name}»`]))
    this.#imports = imports
    for (const [i, input] of uop.inputs.entries()) this.set(input.name, `«i${i}»`)
  }
  override get(name: string): string | undefined {
    return super.get(name) ?? (this.#imports.has(name) ? `«h:${name}»` : undefined)
  }
}

interface Stencil {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** For each output the input that it gives back unchanged, or −1. */
  readonly same: readonly number[]
  readonly locals: number
  readonly code: string
}

const unsupported = /(?<!\.)\b(slots|pc|sp|units|vm)\b|caches\[/

function stencilOf(uop: Uop, definitions: Definitions, used: Set<string>): Stencil | undefined {
  if (uop.inputs.some(input => input.representation === 'region')) return undefined
  const pool = new HolePool()
  const names = new HoleNames(definitions.imports, uop)
  const own = new Set<string>()
  const same = uop.outputs.map(() => -1)
  let goesElsewhere = false
  let breaks = false
  const code = renderBody(uop, {
    pool,
    names,
    used: own,
    isImported: name => definitions.imports.has(name),
    onCall: () => undefined,
    exit: '«exit»',
    renderReturn: (returned, isLast) => {
      if (returned.some(each => each.word !== undefined)) {
        goesElsewhere = true
        return ''
      }
      if (uop.outputs.length === 0) return returned[0]?.text ?? ''
      const assignments = uop.outputs.map((output, i) => {
        const { text, parameter } = returned[i]!
        const at = uop.inputs.findIndex(
          input => input.name === parameter && input.representation === output.representation,
        )
        if (at >= 0 && isLast && !breaks) {
          same[i] = at
          return ''
        }
        return `«o${i}» = ${text}`
      })
      if (!isLast) breaks = true
      return assignments.filter(Boolean).join('; ') + (isLast ? '' : '; break «label»')
    },
  }).replaceAll('caches[pc]', '«cache»')
  if (goesElsewhere || unsupported.test(code) || [...own].some(name => definitions.imports.get(name)!.imported === '*'))
    return undefined
  for (const name of own) used.add(name)
  const text = code.replace(/\s*\n\s*/g, '\n').replace(/;\n(?=;)/g, '')
  return {
    inputs: uop.inputs.map(input => input.representation),
    outputs: uop.outputs.map(output =>
      output.condition !== undefined ? 'maybe' : output.mayBeUnbound ? 'unbound' : output.representation,
    ),
    same,
    locals: pool.count,
    code: breaks ? `«label»: {\n${text}\n}` : text,
  }
}

/** Micro-ops of each instruction's generic or specialized form, for the lowering of instructions that are nothing but their micro-ops. */
function expansions(definitions: Definitions, isStencil: (name: string) => boolean): string[] {
  return definitions.instructions.flatMap(({ name, kind, uops }) => {
    if (kind === 'adaptive') return isStencil(uops[1]!.name) && uops.length === 2 ? [`${name}: '${uops[1]!.name}'`] : []
    return uops.length === 1 && isStencil(uops[0]!.name) ? [`${name}: '${uops[0]!.name}'`] : []
  })
}

/** Text of src/jit/generated/stencils.ts. */
export function renderStencils(definitions: Definitions): string {
  const used = new Set<string>()
  const stencils: string[] = []
  const names = new Set<string>()
  for (const uop of definitions.uops.values()) {
    const stencil = stencilOf(uop, definitions, used)
    if (stencil === undefined) continue
    names.add(uop.name)
    stencils.push(
      `  ${uop.name}: {\n` +
        `    inputs: ${JSON.stringify(stencil.inputs)}, outputs: ${JSON.stringify(stencil.outputs)}, same: ${JSON.stringify(stencil.same)}, locals: ${stencil.locals},\n` +
        `    code: \`${stencil.code.replaceAll('`', '\\`').replaceAll('$', '\\$')}\`,\n  },`,
    )
  }
  return `// Generated by npm run generate from src/instructions. Do not edit.
// @ts-nocheck: the bodies are type-checked where they are written.
${importLines(definitions, used)}

export const stencils = {
${stencils.join('\n')}
}

/** Instructions that are one micro-op, by name. */
export const expansions = {
  ${expansions(definitions, name => names.has(name)).join(',\n  ')},
}

/** What stencils refer to. */
export const helpers = {
  ${[...used].sort().join(',\n  ')},
}
`
}

function importLines(definitions: Definitions, used: ReadonlySet<string>): string {
  const byFile = new Map<string, string[]>()
  for (const name of [...used].sort()) {
    const { from, imported } = definitions.imports.get(name)!
    const file = from.replace('../', '../../')
    const text = imported === name ? name : `${imported} as ${name}`
    byFile.set(file, [...(byFile.get(file) ?? []), text])
  }
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) => `import { ${names.join(', ')} } from '${file}'`)
    .join('\n')
}
