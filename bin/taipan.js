#!/usr/bin/env node
/**
 * Starts the command line. Kept apart from it so that the engine's compile cache (Node 22.1 and later) is on
 * before the first module of ours is compiled.
 */
import module from 'node:module'

module.enableCompileCache?.()
await import('../dist/cli.js')
