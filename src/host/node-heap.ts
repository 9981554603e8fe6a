/** The heap of the engine that Node runs on. */
import type { HostCollector } from '../base/host.ts'
import type { HeapMeter } from './limits.ts'

interface Engine {
  collect(): void
  /** Runs an empty script in a realm with a queue of microtasks of its own. */
  drain(): void
}

let engine: Engine | null = null

/** What is needed of the engine, asked for when first something is collected. */
function theEngine(): Engine {
  if (engine !== null) return engine
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
  const { createContext, runInNewContext, Script } = process.getBuiltinModule('node:vm')
  const realm = createContext({}, { microtaskMode: 'afterEvaluate' })
  const empty = new Script('')
  engine = {
    collect: runInNewContext('gc') as () => void,
    drain: () => void empty.runInContext(realm),
  }
  return engine
}

const used = (): number => {
  const { used_heap_size, external_memory } = process.getBuiltinModule('node:v8').getHeapStatistics()
  return used_heap_size + external_memory
}

export const nodeHeap: HeapMeter = {
  used,
  usedAfterCollection: () => {
    theEngine().collect()
    return used()
  },
}

/**
 * JavaScript keeps the target of a `WeakRef` that was made or followed until the end of the job, and a Python program is one job. V8 takes a
 * queue of microtasks that has run dry for such an end, whichever realm it belongs to.
 */
export const nodeCollector: HostCollector = {
  release: () => theEngine().drain(),
  collect: () => {
    theEngine().drain()
    theEngine().collect()
  },
}
