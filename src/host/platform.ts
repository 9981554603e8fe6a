/**
 * What the place that Taipan runs in brings to every embedded interpreter, granted or not: the library, and a measure of the heap.
 *
 * The embedding API (python.ts) is the same everywhere; on Node its entry (node.ts) fills this in. Elsewhere there is neither.
 */
import type { HostLibrary } from '../base/host.ts'
import type { HeapMeter } from './limits.ts'

export interface Platform {
  /** Python's library; null where each interpreter is given one, or goes without. */
  readonly library: () => HostLibrary | null
  readonly heap: HeapMeter | null
}

let current: Platform = { library: () => null, heap: null }

export function setPlatform(platform: Platform): void {
  current = platform
}

export function platform(): Platform {
  return current
}
