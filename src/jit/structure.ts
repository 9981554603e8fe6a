/**
 * From a graph of blocks to nested JavaScript: loops, labelled blocks, `break` and `continue`.
 *
 * JavaScript has no goto, but any reducible graph can be written without one, following its dominator tree (Ramsey, "Beyond Relooper",
 * ICFP 2022). A block that several forward ways lead to follows a labelled block which they break out of; a block that a backward way leads to
 * becomes a loop which it continues; every other block stands right where its one predecessor branches to it. Python's
 * own control flow is reducible; where the versions of loop heads make it not so, the unit is compiled without them.
 */
import { type Block, CannotCompile, type Edge, edgesOf } from './region.ts'

/** Text of all blocks that can be reached from the first. */
export function structured(first: Block): string {
  return new Structure(first).text()
}

class Structure {
  readonly #entry: Block
  /** Position in reverse postorder. */
  readonly #number = new Map<Block, number>()
  readonly #children = new Map<Block, Block[]>()
  readonly #isMerge = new Set<Block>()
  readonly #isLoop = new Set<Block>()

  constructor(entry: Block) {
    this.#entry = entry
    const order = reversePostorder(entry)
    for (const [i, block] of order.entries()) this.#number.set(block, i)
    const predecessors = new Map<Block, Block[]>(order.map(block => [block, []]))
    for (const block of order)
      for (const { target } of edgesOf(block)) if (target !== null) predecessors.get(target)!.push(block)
    for (const block of order) {
      const from = predecessors.get(block)!
      const forward = from.filter(each => this.#number.get(each)! < this.#number.get(block)!)
      if (forward.length < from.length) this.#isLoop.add(block)
      if (forward.length > 1) this.#isMerge.add(block)
    }
    const dominators = this.#dominate(order, predecessors)
    for (const block of this.#isLoop)
      for (let from of predecessors.get(block)!) {
        if (this.#number.get(from)! < this.#number.get(block)!) continue
        while (this.#number.get(from)! > this.#number.get(block)!) from = dominators.get(from)!
        if (from !== block) throw new CannotCompile('a loop with two entries')
      }
  }

  /** Immediate dominators, by the iteration of Cooper, Harvey and Kennedy. */
  #dominate(order: readonly Block[], predecessors: ReadonlyMap<Block, readonly Block[]>): ReadonlyMap<Block, Block> {
    const dominators = new Map<Block, Block>([[this.#entry, this.#entry]])
    const number = (block: Block): number => this.#number.get(block)!
    for (let changed = true; changed; ) {
      changed = false
      for (const block of order) {
        if (block === this.#entry) continue
        let dominator: Block | undefined
        for (const from of predecessors.get(block)!) {
          if (!dominators.has(from)) continue
          let a = from
          let b = dominator ?? from
          while (a !== b) {
            while (number(a) > number(b)) a = dominators.get(a)!
            while (number(b) > number(a)) b = dominators.get(b)!
          }
          dominator = a
        }
        if (dominator === undefined || dominators.get(block) === dominator) continue
        dominators.set(block, dominator)
        changed = true
      }
    }
    for (const block of order) {
      if (block === this.#entry) continue
      const parent = dominators.get(block)!
      const children = this.#children.get(parent)
      if (children === undefined) this.#children.set(parent, [block])
      else children.push(block)
    }
    return dominators
  }

  text(): string {
    return this.#tree(this.#entry)
  }

  #tree(block: Block): string {
    // In reverse postorder, the last child first: it stands outermost.
    const merges = (this.#children.get(block) ?? []).filter(child => this.#isMerge.has(child)).reverse()
    const body = this.#within(block, merges)
    return this.#isLoop.has(block) ? `L${this.#number.get(block)}:for(;;){\n${body}}\n` : body
  }

  #within(block: Block, merges: readonly Block[]): string {
    const [last, ...others] = merges
    if (last === undefined) return this.#lines(block) + this.#end(block)
    return `B${this.#number.get(last)}:{\n${this.#within(block, others)}}\n${this.#tree(last)}`
  }

  #lines(block: Block): string {
    const text = block.lines.join('\n')
    if (block.handlers.length === 0) return text
    const cases = block.handlers.map(({ at, edge }) => `case ${at}:{${this.#way(block, edge)}}`)
    return `try{\n${text}\n}catch(e){switch(at){\n${cases.join('\n')}\n}throw e}`
  }

  #end(block: Block): string {
    const { end } = block
    switch (end.kind) {
      case 'none':
        return '\n'
      case 'goto':
        return `\n${this.#way(block, end.edge)}`
      case 'if':
        return `\nif(${end.condition}){${this.#way(block, end.yes)}}else{${this.#way(block, end.no)}}\n`
    }
  }

  #way(block: Block, edge: Edge): string {
    const { moves, target } = edge
    if (target === null) return `${moves};\n`
    if (this.#number.get(target)! <= this.#number.get(block)!) return `${moves}continue L${this.#number.get(target)};\n`
    if (this.#isMerge.has(target)) return `${moves}break B${this.#number.get(target)};\n`
    return moves + this.#tree(target)
  }
}

function reversePostorder(entry: Block): Block[] {
  const order: Block[] = []
  const seen = new Set<Block>()
  const visit = (block: Block): void => {
    seen.add(block)
    // The way that is taken if the condition does not hold stands later in the text of the program: visited first, it comes last.
    for (const { target } of [...edgesOf(block)].sort((a, b) => (b.target?.order ?? 0) - (a.target?.order ?? 0)))
      if (target !== null && !seen.has(target)) visit(target)
    order.push(block)
  }
  visit(entry)
  return order.reverse()
}
