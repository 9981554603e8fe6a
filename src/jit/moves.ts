/**
 * Moves: from the registers of a state to those of the block that is entered.
 *
 * Within a block each value has a register of its own; a block is entered with each slot in the register that is the slot's (state.ts). The
 * assignments in between happen all at once, since one register's new value may be another's old one.
 */
import { mapped } from '../base/arrays.ts'
import type { Builder } from './builder.ts'
import { isOn } from './passes.ts'
import type { Region } from './region.ts'
import type { Operand, State } from './state.ts'

/** Assignments that bring the builder's state into the layout. */
export function moves(builder: Builder, layout: State): string {
  if (!isOn.registers) return ''
  const from: string[] = []
  const to: string[] = []
  const { state } = builder
  const add = (source: Operand | undefined | null, target: Operand | undefined | null): void => {
    if (source == null || target == null) return
    if (target.isLiteral || target.isIterator) return
    const text = target.register === 'value' ? builder.boxed(source, false).text : builder.raw(source).text
    if (text === target.text) return
    to.push(target.text)
    from.push(text)
  }
  const boxes = builder.apart(() => {
    const own = state.all
    for (const [i, frame] of layout.all.entries()) {
      for (let slot = 0; slot < frame.sp; slot++) add(own[i]!.slots[slot], frame.slots[slot])
      add(own[i]!.func, frame.func)
      add(own[i]!.instance, frame.instance)
    }
  })
  return boxes + assignTogether(builder.region, to, from)
}

function assignTogether(region: Region, to: readonly string[], from: readonly string[]): string {
  const left = mapped(to, (_, i) => i)
  let text = ''
  while (left.length > 0) {
    const ready = left.findIndex(i => !left.some(j => j !== i && from[j] === to[i]))
    if (ready >= 0) {
      const [i] = left.splice(ready, 1)
      text += `${to[i!]}=${from[i!]};`
      continue
    }
    // A cycle: one value waits in a register of its own.
    const i = left[0]!
    const spare = region.newRegister(to[i]!.startsWith('d') ? 'float' : 'value')
    text += `${spare}=${to[i]};`
    from = mapped(from, each => (each === to[i] ? spare : each))
  }
  for (const name of to) region.useRegister(name)
  return text
}
