/** The heap of the engine that Node runs on. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { HeapMeter } from './limits.ts'

let collect: (() => void) | null = null

const used = (): number => {
  const { used_heap_size, external_memory } = getHeapStatistics()
  return used_heap_size + external_memory
}

export const nodeHeap: HeapMeter = {
  used,
  usedAfterCollection: () => {
    if (collect === null) {
      setFlagsFromString('--expose-gc')
      collect = runInNewContext('gc') as () => void
    }
    collect()
    return used()
  },
}
