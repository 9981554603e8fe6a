/** What of the built script is Node's: the command line, and the embedding API (host/node.ts). */
export * from '../host/node.ts'
export { start } from './main.ts'
