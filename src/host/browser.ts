/**
 * The embedding API on the web: in a page, a worker, or whatever else has the web's globals and ECMAScript modules.
 *
 *     import { loadLibrary, Python } from 'taipan/browser'
 *     const python = new Python({ stdout: text => show(text), library: await loadLibrary() })
 *
 * Python imports modules while its program stands still, so the library is fetched before: three megabytes, which are inflated piece by
 * piece as modules are imported. Without it the modules that are written in TypeScript can be imported, and no others.
 */
import type { HostLibrary } from '../base/host.ts'
import { packedLibrary } from './core.ts'
import './parts.ts'

export { HostError, LimitError, Python, PythonError, PythonObject, webClock } from './core.ts'

/** Fetches the packed library from a folder that has its three files: where this file lies, unless told otherwise. */
export async function loadLibrary(folder: string | URL = new URL('.', import.meta.url)): Promise<HostLibrary> {
  const [index, pack, dictionary] = await Promise.all([
    fetched(new URL('library.json', folder)).then(response => response.text()),
    fetched(new URL('library.pack', folder)).then(bytesOf),
    fetched(new URL('dictionary.deflate', folder)).then(inflated),
  ])
  return packedLibrary(index, pack, dictionary)
}

async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} could not be fetched: ${response.status}`)
  return response
}

async function inflated({ body }: Response): Promise<Uint8Array> {
  return bytesOf(new Response(body!.pipeThrough(new DecompressionStream('deflate-raw'))))
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}
