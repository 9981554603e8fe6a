/**
 * Makes the dispatch function from the instruction definitions; `--check` only compares.
 */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inlineCacheEntries, opcodes } from '../src/compiler/generated/opcodes.ts'
import { readDefinitions } from './instructions/read-definitions.ts'
import { renderEvaluate, renderQuick, renderStepped } from './instructions/render-evaluate.ts'
import { renderStencils } from './instructions/render-stencils.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const definitions = readDefinitions(path('../src/instructions'))
const cacheUnits = (name: string): number => inlineCacheEntries[opcodes[name as keyof typeof opcodes]]!

const plain = renderEvaluate(definitions, { opcodes, cacheUnits, isCounting: false })
const counting = renderEvaluate(definitions, { opcodes, cacheUnits, isCounting: true })
const quick = renderQuick(definitions, { opcodes, cacheUnits, isCounting: false })
const stepped = renderStepped(definitions, { opcodes, cacheUnits, isCounting: false })
const outputs = {
  '../src/interpreter/generated/evaluate.ts': plain.evaluate,
  '../src/interpreter/generated/operations.ts': plain.operations,
  '../src/interpreter/generated/evaluate-quick.ts': quick.quick,
  '../src/interpreter/generated/evaluate-cold.ts': quick.cold,
  '../src/interpreter/generated/operations-quick.ts': quick.operations,
  '../src/interpreter/generated/stepped.ts': stepped,
  '../src/interpreter/generated/evaluate-counting.ts': counting.evaluate,
  '../src/interpreter/generated/operations-counting.ts': counting.operations,
  '../src/jit/generated/stencils.ts': renderStencils(definitions),
}

let stale = false
for (const [file, text] of Object.entries(outputs)) {
  if (process.argv.includes('--check')) {
    if (readFileSync(path(file), 'utf8') === text) continue
    console.error(`${file.slice(3)} is stale: npm run generate`)
    stale = true
  } else {
    mkdirSync(dirname(path(file)), { recursive: true })
    writeFileSync(path(file), text)
  }
}
process.exit(stale ? 1 : 0)
