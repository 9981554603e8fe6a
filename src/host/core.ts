/**
 * What the bundles of all platforms share: the whole interpreter and its embedding API, with nothing that only one platform has.
 *
 * tools/build.ts makes one file of it, dist/core.js. The entry for the web (browser.ts) imports that as a module; on Node, launch.cjs
 * evaluates it together with what is Node's (host/node.ts, cli).
 */
export * from './python.ts'
export { packedLibrary } from './web-library.ts'
export { webClock } from './web-clock.ts'
