/** Declarations of the embedding API on the web. */
import type { HostLibrary } from './api.js'

export * from './api.js'

/** Fetches the packed library from a folder that has its three files: where this file lies, unless told otherwise. */
export declare function loadLibrary(folder?: string | URL): Promise<HostLibrary>
