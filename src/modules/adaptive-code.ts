/** `co_code` as it is now, with the specialized instructions that the interpreter has put in: for `dis.dis(…, adaptive=True)`. */
import { inlineCacheEntries, deoptTable, opcodeNames } from '../compiler/generated/opcodes.ts'
import type { PyCode } from '../objects/frame.ts'
import { hooks } from '../objects/hooks.ts'

hooks.adaptiveCode = ({ code, units }: PyCode): Uint8Array => {
  const bytes = code.code.slice()
  // Code that has never run has no units yet.
  for (let i = 0; i < units.length; i++) {
    const opcode = units[i]! & 255
    if (opcodeNames[opcode] !== '') bytes[2 * i] = opcode
    i += inlineCacheEntries[deoptTable[opcode]!]!
  }
  return bytes
}
