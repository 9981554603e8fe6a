/** What the built script has: the command line, and the embedding API (host/python.ts). */
export * from '../host/python.ts'
export { start } from './main.ts'
