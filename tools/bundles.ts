/**
 * Divides the program into bundles: the core, parts of it that are loaded when they are needed (src/host/parts), and what is Node's.
 *
 * A source file is in one of them only, since it may have state. The core has what it needs itself, what more than one part does, and what of a part
 * Node's bundle does at once. What others need of a bundle it gives them by a function, `internals`, which answers an object for each
 * file, whose keys are short. To a part these values are constants, since properties of an object would be looked up at each use; of what
 * is a variable in its file it has a copy, which is renewed when that changes.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build, type Metafile, type OnResolveArgs, type Plugin } from 'esbuild'
import { root } from './source-files.ts'

const coreEntry = 'src/host/core.ts'
const nodeEntry = 'src/cli/runtime.ts'
const partsFile = 'src/base/parts.ts'
export const partNames = ['hot', 'often', 'seldom']
const partEntry = (name: string): string => `src/host/parts/${name}.ts`

/** The texts of the bundles. The core's and the parts' end in a comment that is the build's. */
export interface Bundles {
  readonly core: string
  readonly node: string
  /** Modules, which import the core at their end: launch.cjs cuts it off. */
  readonly parts: ReadonlyMap<string, string>
}

/** What a bundle gives to others: names by file, in the order of the files' numbers. */
type Given = ReadonlyMap<string, readonly string[]>

/** `options` are esbuild's, for the core and its parts; `forNode` for what is Node's. */
export async function bundles(options: BuildOptions, forNode: BuildOptions): Promise<Bundles> {
  const { ofCore, ofParts } = await divided()
  const exported = await exportsOf([...ofCore, ...[...ofParts.values()].flat()])
  const whole = (files: readonly string[]): Given => new Map(files.map(file => [file, exported.get(file)!]))
  const imported = async (options: BuildOptions): Promise<Given> =>
    namesIn(await textOf({ ...options, plugins: [external(ofCore)] }), whole(ofCore))
  const [byNode, ...byParts] = await Promise.all([
    imported({ ...options, entryPoints: [nodeEntry], platform: 'node' }),
    ...partNames.map(name => imported({ ...options, entryPoints: [partEntry(name)] })),
  ])
  const given: Given = new Map(
    ofCore.map(file => {
      const names = [byNode!, ...byParts].flatMap(each => each.get(file) ?? [])
      return [file, [...new Set(file === partsFile ? [...names, 'copies'] : names)].sort()]
    }),
  )
  const [core, node, ...parts] = await Promise.all([
    textOf({ ...options, ...source(`export * from './${coreEntry}'\n${exposing(given)}`), plugins: [partsAs('')] }),
    textOf({
      ...forNode,
      entryPoints: [nodeEntry],
      plugins: [
        fromInternals('internals', given, byNode!),
        ...partNames.map(name => {
          const ofPart = whole(ofParts.get(name)!)
          return fromInternals(`loadPart('${name}')`, ofPart, ofPart)
        }),
      ],
    }),
    ...partNames.map((name, i) =>
      textOf({
        ...options,
        ...source(`import './${partEntry(name)}'\n${exposing(whole(ofParts.get(name)!))}`),
        plugins: [constantsOfCore(given, byParts[i]!)],
      }),
    ),
  ])
  // A process that outlives an update of the package must not load parts of another build.
  const stamp = createHash('sha256')
    .update([core, ...parts].join())
    .digest('hex')
    .slice(0, 16)
  const stamped = (text: string): string => `${text}//${stamp}\n`
  return {
    core: stamped(core!),
    node: node!,
    parts: new Map(partNames.map((name, i) => [name, stamped(partText(parts[i]!, given))])),
  }
}

interface Division {
  /** Files of the core, and of each part, that others import. */
  readonly ofCore: readonly string[]
  readonly ofParts: ReadonlyMap<string, readonly string[]>
}

async function divided(): Promise<Division> {
  const [core, node, ...parts] = await Promise.all([coreEntry, nodeEntry, ...partNames.map(partEntry)].map(inputsOf))
  const isNeeded = neededAtOnce(node!)
  const isCore = (file: string): boolean =>
    file in core! || parts.filter(part => file in part).length > (isNeeded.has(file) ? 0 : 1)
  const importedBy = (bundle: Metafile['inputs'], isOther: (file: string) => boolean): string[] =>
    Object.entries(bundle).flatMap(([file, { imports }]) =>
      isOther(file) ? [] : imports.map(each => each.path).filter(isOther),
    )
  const sorted = (files: readonly string[]): string[] => [...new Set(files)].sort()
  return {
    ofCore: sorted([node!, ...parts].flatMap(bundle => importedBy(bundle, isCore))),
    ofParts: new Map(
      partNames.map((name, i) => [name, sorted(importedBy(node!, file => file in parts[i]! && !isCore(file)))]),
    ),
  }
}

/** The files of a bundle, each with what it imports. */
async function inputsOf(file: string): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    outdir: root,
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
    plugins: [partsAs('')],
  })
  return metafile.inputs
}

/** What the entry imports, and not only later by `import()`. */
function neededAtOnce(node: Metafile['inputs']): ReadonlySet<string> {
  const found = new Set([nodeEntry])
  for (const file of found)
    for (const { path: imported, kind } of node[file]!.imports)
      if (kind === 'import-statement' && imported in node) found.add(imported)
  return found
}

/** What the files export that are values. */
async function exportsOf(files: readonly string[]): Promise<Given> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    write: false,
    outdir: root,
    format: 'esm',
    metafile: true,
  })
  return new Map(Object.values(metafile.outputs).map(each => [each.entryPoint!, each.exports]))
}

function variablesOf(file: string): string[] {
  return [...sourceOf(file).matchAll(/^export let (\w+)/gm)].map(match => match[1]!)
}

const sourceOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** The source of the function that gives it. */
function exposing(given: Given): string {
  const files = [...given]
  const imports = files.map(
    ([file, names], i) => `import { ${names.map(name => `${name} as ${name}_${i}`).join(', ')} } from './${file}'\n`,
  )
  const objects = files.map(([file, names], i) => {
    const variables = variablesOf(file)
    const properties = names.map((name, at) =>
      variables.includes(name) ? `get ${key(at)}() { return ${name}_${i} }` : `${key(at)}: ${name}_${i}`,
    )
    return `case ${i}: return { ${properties.join(', ')} }`
  })
  return `${imports.join('')}export function internals(at) { switch (at) { ${objects.join('\n')} } }\n`
}

function key(at: number): string {
  return String.fromCharCode(97 + (at % 26)) + (at < 26 ? '' : Math.floor(at / 26))
}

/** Files that others give become modules with what is imported of them. */
function fromInternals(internals: string, given: Given, imported: Given): Plugin {
  return {
    name: `from ${internals}`,
    setup(plugins) {
      plugins.onResolve({ filter: /^\.\.?\// }, args => {
        const file = sourceFile(args)
        return given.has(file) ? { path: file, namespace: internals } : undefined
      })
      plugins.onLoad({ filter: /.*/, namespace: internals }, ({ path: file }) => {
        const variables = variablesOf(file)
        const properties = (imported.get(file) ?? []).map(name => {
          const value = `m.${key(given.get(file)!.indexOf(name))}`
          return variables.includes(name) ? `get ${name}() { return ${value} }` : `${name}: ${value}`
        })
        const at = [...given.keys()].indexOf(file)
        return { contents: `const m = ${internals}(${at})\nmodule.exports = { ${properties.join(', ')} }` }
      })
    },
  }
}

/** The core's files become modules that import what is wanted of them, once each, from `core:FILE`, which partText replaces. */
function constantsOfCore(given: Given, imported: Given): Plugin {
  return {
    name: 'constants of the core',
    setup(plugins) {
      plugins.onResolve({ filter: /^\.\.?\// }, args => {
        const file = sourceFile(args)
        return given.has(file) ? { path: file, namespace: 'core' } : undefined
      })
      plugins.onResolve({ filter: /^core:/ }, ({ path: file }) => ({ path: file, external: true }))
      plugins.onLoad({ filter: /.*/, namespace: 'core' }, ({ path: file }) => ({
        contents: `export { ${(imported.get(file) ?? []).join(', ')} } from 'core:${file}'`,
      }))
    },
  }
}

/** Files are imported from `core:FILE`, so that it can be seen what is. */
function external(files: readonly string[]): Plugin {
  return {
    name: 'external',
    setup(plugins) {
      plugins.onResolve({ filter: /^\.\.?\// }, args => {
        const file = sourceFile(args)
        return files.includes(file) ? { path: `core:${file}`, external: true } : undefined
      })
    },
  }
}

/** In the core nothing stands for the parts; for the web they are modules beside. */
export function partsAs(contents: string): Plugin {
  return {
    name: 'parts',
    setup(plugins) {
      plugins.onResolve({ filter: /\/parts\.ts$/ }, args =>
        sourceFile(args) === 'src/host/parts.ts' ? { path: 'parts', namespace: 'parts' } : undefined,
      )
      plugins.onResolve({ filter: /^\.\//, namespace: 'parts' }, ({ path: file }) => ({ path: file, external: true }))
      plugins.onLoad({ filter: /.*/, namespace: 'parts' }, () => ({ contents }))
    },
  }
}

function sourceFile({ path: target, resolveDir }: OnResolveArgs): string {
  return path.relative(root, path.resolve(resolveDir, target)).split(path.sep).join('/')
}

const importsFromCore = /import\s*(?:(\{[^}]*\}|\*\s*as\s+[\w$]+)\s*from\s*)?"core:([^"]+)";?/g

/** What a bundle imports of the core's files. */
function namesIn(bundled: string, exported: Given): Given {
  const found = new Map<string, Set<string>>()
  for (const [, names, file] of bundled.matchAll(importsFromCore)) {
    const imported = names?.startsWith('*') ? exported.get(file!)! : pairsOf(names ?? '').map(([name]) => name)
    if (!found.has(file!)) found.set(file!, new Set())
    for (const name of imported) found.get(file!)!.add(name)
  }
  return new Map([...found].map(([file, names]) => [file, [...names].sort()]))
}

/** A part as a module: it takes its constants from the core. */
function partText(bundled: string, given: Given): string {
  const at = (file: string): number => [...given.keys()].indexOf(file)
  const keyOf = (file: string, name: string): string => key(given.get(file)!.indexOf(name))
  const text = bundled.replace(importsFromCore, (_match, names: string | undefined, file: string) => {
    const imported = pairsOf(names ?? '')
    if (imported.length === 0) return ''
    const pairs = imported.map(([name, local]) => `${keyOf(file, name)}:${local}`)
    const variables = variablesOf(file)
    if (!imported.some(([name]) => variables.includes(name))) return `const{${pairs}}=$core(${at(file)});`
    if (!/\bchanged\(\)/.test(sourceOf(file))) throw new Error(`${file} does not say when its variables change`)
    const copies = `$core(${at(partsFile)}).${keyOf(partsFile, 'copies')}`
    return `let{${pairs}}=$core(${at(file)});${copies}.push(()=>{({${pairs}}=$core(${at(file)}))});`
  })
  const end = Math.max(text.lastIndexOf('export{'), text.lastIndexOf('export {'))
  return `${text.slice(0, end)}import{internals as $core}from"./core.js";\n${text.slice(end)}`
}

/** Of `{ a, b as c }`: the names, and what they are called here. */
function pairsOf(names: string): [name: string, local: string][] {
  return [...names.matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)].map(([, name, local]) => [name!, local ?? name!])
}

const source = (contents: string): BuildOptions => ({ stdin: { contents, resolveDir: root, loader: 'ts' } })

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, write: false })
  return outputFiles[0]!.text
}
