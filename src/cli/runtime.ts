/** What of the built script is Node's: the command line, and the embedding API (host/node.ts). */
import { type Part, parts } from '../base/parts.ts'

export * from '../host/node.ts'
export { start } from './main.ts'

/** What launch.ts passes to the script. */
declare const loadPart: (part: Part) => unknown

parts.load = loadPart
