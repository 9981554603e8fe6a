/**
 * The memory of a compressor: a third of a megabyte by default, to make which takes ten times as long as to deflate a short text. One that is
 * done may give its memory back, and the next of the same sizes takes it, of which only the heads of chains must be zeros.
 */
export interface Memory {
  readonly windowBits: number
  readonly level: number
  readonly window: Uint8Array
  /** Chains: the place before each place, and the last place by hash. */
  readonly previous: Uint16Array
  readonly heads: Uint16Array
  /** What a block gathers: distances (0 for a literal), and literals or lengths − 3. */
  readonly distances: Uint16Array
  readonly values: Uint8Array
}

let spare: Memory | null = null

export function takeMemory(windowBits: number, level: number): Memory {
  const memory = spare
  if (memory !== null && memory.windowBits === windowBits && memory.level === level) {
    spare = null
    memory.heads.fill(0)
    return memory
  }
  const size = 1 << windowBits
  const capacity = 1 << (level + 6)
  return {
    windowBits,
    level,
    window: new Uint8Array(2 * size),
    previous: new Uint16Array(size),
    heads: new Uint16Array(1 << (level + 7)),
    distances: new Uint16Array(capacity),
    values: new Uint8Array(capacity),
  }
}

export function giveBack(memory: Memory): void {
  spare = memory
}
