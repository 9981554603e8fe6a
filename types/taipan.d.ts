/** Declarations of the embedding API on Node. */
import type { Host, HostClock, HostFiles } from './api.js'

export * from './api.js'

/** The machine's file system. */
export declare const NodeFiles: new () => HostFiles
/** The machine's clocks. */
export declare const nodeClock: HostClock
/** Everything that python3 has on this machine. */
export declare function nodeHost(): Host
