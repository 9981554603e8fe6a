/** The heap of the engine that Node runs on. */
import type { HeapMeter } from './limits.ts'

let collect: (() => void) | null = null

const used = (): number => {
  const { used_heap_size, external_memory } = process.getBuiltinModule('node:v8').getHeapStatistics()
  return used_heap_size + external_memory
}

export const nodeHeap: HeapMeter = {
  used,
  usedAfterCollection: () => {
    if (collect === null) {
      process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
      collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
    }
    collect()
    return used()
  },
}
