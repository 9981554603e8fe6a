/**
 * Lines of source, as tracebacks and warnings show them: of files, of the packed library, and of what was given as text.
 */
import { HostError } from '../base/host.ts'
import { readSource } from '../frontend/source-text.ts'
import { SourceError } from '../frontend/source-error.ts'
import { decodeSourceBytes } from '../interpreter/compiling.ts'
import { findAttribute } from '../objects/attribute.ts'
import { call } from '../objects/call.ts'
import { PyDict } from '../objects/dict.ts'
import { raised } from '../objects/exception.ts'
import { asStr, strOf, textOf } from '../objects/str.ts'
import { vm } from '../objects/vm.ts'
import type { Value } from '../objects/value.ts'
import { libraryOf } from './library/store.ts'
import { pythonFiles } from './posix/python-files.ts'

/** Lines by file name. */
const cache = { create: () => new Map<string, readonly string[]>() }

/** Keeps the text that a program was given as, under the name that its code has (`<string>`, `<stdin>`). */
export function rememberSource(filename: string, source: string): void {
  vm.state(cache).set(filename, source.split('\n'))
}

interface Registration {
  readonly code: Value
  readonly source: string
  readonly filename: string
}
const unregistered = { create: (): Registration[] => [] }

/** Lets linecache know the text that code was compiled from, which is in no file: now, or once it is imported. */
export function registerSource(code: Value, source: string, filename: string): void {
  vm.state(unregistered).push({ code, source, filename })
  if (vm.modules.getStr('linecache') !== undefined) fillLinecache()
}

/** linecache is there. */
export function fillLinecache(): void {
  const register = findAttribute(vm.modules.getStr('linecache') ?? null, '_register_code')
  if (register === undefined) return
  for (const { code, source, filename } of vm.state(unregistered).splice(0))
    call(register, [code, strOf(source), strOf(filename)])
}

/** The line (from 1) without its end; undefined if it cannot be had. */
export function sourceLine(filename: string, lineno: number, globals: Value): string | undefined {
  return sourceLines(filename, globals)[lineno - 1]
}

export function sourceLines(filename: string, globals: Value): readonly string[] {
  const known = vm.state(cache)
  let lines = known.get(filename)
  if (lines === undefined) known.set(filename, (lines = (read(filename, globals) ?? '').split(/\r\n|\r|\n/)))
  return lines
}

function read(filename: string, globals: Value): string | undefined {
  const library = libraryOf(vm.host)
  if (library !== null && filename.startsWith(`${library.folder}/`)) {
    const name = filename.slice(library.folder.length + 1)
    if (library.row(name) !== undefined) return textFrom(library.source(name), filename)
  }
  return readFile(filename) ?? askLoader(globals)
}

/** The line with its end as the file has it now, for a SyntaxError of what the file's text was compiled from. */
export function lineInFile(filename: string, lineno: number): string | null {
  return readFile(filename)?.split(/(?<=\n)/)[lineno - 1] ?? null
}

function textFrom(bytes: Uint8Array, filename: string): string | undefined {
  try {
    return readSource(bytes, filename, decodeSourceBytes).text
  } catch (thrown) {
    if (thrown instanceof SourceError) return undefined
    throw thrown
  }
}

function readFile(filename: string): string | undefined {
  const files = pythonFiles()
  if (files === null || filename.startsWith('<')) return undefined
  try {
    return textFrom(files.readAll(filename), filename)
  } catch (thrown) {
    if (thrown instanceof HostError) return undefined
    throw thrown
  }
}

/** A module that is in no file may have a loader that knows its source (zip archives). */
function askLoader(globals: Value): string | undefined {
  if (!(globals instanceof PyDict)) return undefined
  const loader = globals.getStr('__loader__') ?? null
  const name = globals.getStr('__name__') ?? null
  const getSource = loader === null ? undefined : findAttribute(loader, 'get_source')
  if (getSource === undefined || name === null) return undefined
  try {
    const text = asStr(call(getSource, [strOf(textOf(asStr(name) ?? ''))]))
    return text === undefined ? undefined : textOf(text)
  } catch (thrown) {
    raised(thrown)
    return undefined
  }
}
