/** The embedding API on Node: `import { Python } from 'taipan'`. */
import { nodeHeap } from './node-heap.ts'
import { nodeLibrary } from './node-host.ts'
import { setPlatform } from './platform.ts'

export * from './python.ts'
export { nodeClock } from './node-clock.ts'
export { NodeFiles } from './node-files.ts'
export { nodeHost } from './node-host.ts'
export { webClock } from './web-clock.ts'

setPlatform({ library: nodeLibrary, heap: nodeHeap })
