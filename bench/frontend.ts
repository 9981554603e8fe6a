/**
 * How fast sources become tokens, trees and code objects, over the whole standard library.
 *
 *   tsx bench/frontend.ts [ROUNDS]
 *
 * Each line is one round over all files: the first is a cold engine, the last is what a warm one does. The rates
 * are those of whole stages: "bytecode" is everything from the text to the code object.
 */
import { build } from 'esbuild'
import { libraryFiles } from '../test/compiler/library-zip.ts'

type FrontEnd = typeof import('../src/frontend/tokenizer.ts') &
  typeof import('../src/frontend/parse.ts') &
  typeof import('../src/compiler/compile.ts')

const sources = [...libraryFiles().values()].map(bytes => bytes.toString('utf8').replaceAll('\r\n', '\n'))
const megabytes = sources.reduce((sum, source) => sum + source.length, 0) / 1e6
const { Tokenizer, parse, compileSource } = await load()
const tokenizerOptions = { single: false, keepBlocksOpen: false, typeComments: false, extraTokens: false }

console.log(`${sources.length} files, ${megabytes.toFixed(1)} MB; MB/s to`)
console.log('round   tokens     tree  bytecode')
for (let round = 1; round <= Number(process.argv[2] ?? 5); round++) {
  const rates = [
    measure(source => new Tokenizer(source, 'source.py', tokenizerOptions).run()),
    measure(source => parse(source, 'source.py', 'exec')),
    measure(source => compileSource(source, 'source.py', 'exec')),
  ]
  console.log(`${round}`.padStart(5), ...rates.map(rate => rate.toFixed(1).padStart(8)))
}

function measure(work: (source: string) => unknown): number {
  const start = performance.now()
  for (const source of sources) work(source)
  return megabytes / ((performance.now() - start) / 1000)
}

/** As one bundle, which is how users get it: modules that are compiled one by one call each other more slowly. */
async function load(): Promise<FrontEnd> {
  const modules = ['frontend/tokenizer', 'frontend/parse', 'compiler/compile']
  const contents = modules.map(name => `export * from './src/${name}.ts'`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/..`, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  return (await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`
  )) as FrontEnd
}
