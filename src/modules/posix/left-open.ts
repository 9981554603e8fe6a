/**
 * Files that are not closed.
 *
 * CPython closes a file as soon as nobody refers to it, and writes what its streams hold; here nobody knows when that is. So what streams hold is
 * written before anybody can miss it: when a path is opened or asked about, when a process is started, at the end. Till then they are kept. And
 * where there is no descriptor left, those of files that nobody refers to are closed.
 */
import { raised } from '../../objects/exception.ts'
import { vm } from '../../objects/vm.ts'

interface Raw {
  readonly fd: number
  isSeekable(): boolean
}

interface Holding {
  /** Null for what is no file, but a stream of a Python class (GzipFile): that keeps until the end. */
  readonly raw: Raw | null
  readonly writeOut: () => void
}

const holdings = { create: () => new Map<object, Holding>() }

export function noteHolding(stream: object, raw: Raw | null, writeOut: () => void): void {
  vm.state(holdings).set(stream, { raw, writeOut })
}

export function forgetHolding(stream: object): void {
  vm.state(holdings).delete(stream)
}

/** Lets streams write what they hold: those of files or, at the end, all. A pipe's end might wait for somebody who reads. */
export function writeHeld(isEnd = false): void {
  const all = vm.state(holdings)
  for (const [stream, { raw, writeOut }] of all)
    tryTo(() => {
      if (!isEnd && (raw === null || raw.fd < 3 || !raw.isSeekable())) return
      all.delete(stream)
      writeOut()
    })
}

interface Made {
  readonly isClosed: () => boolean
  readonly close: () => unknown
}

/** The streams of Python classes that were made last and may be open; those that are closed are forgotten now and then. */
const made = { create: () => ({ all: [] as Made[], enough: 64 }) }
const remembered = 1000

export function noteMade(stream: Made): void {
  const state = vm.state(made)
  state.all.push(stream)
  if (state.all.length < state.enough) return
  state.all = state.all.filter(({ isClosed }) => tryTo(isClosed) === false).slice(-remembered)
  state.enough = 2 * state.all.length + 64
}

/** At the end: closes them, after what others hold for them is written. */
export function closeMade(): void {
  for (const { raw, writeOut } of vm.state(holdings).values()) if (raw === null) tryTo(writeOut)
  for (const { isClosed, close } of vm.state(made).all) if (tryTo(isClosed) === false) tryTo(close)
}

/** As where a file is closed for want of references: nobody is there to be told what goes wrong. */
function tryTo<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (thrown) {
    raised(thrown)
    return undefined
  }
}

const openFiles = { create: () => ({ byDescriptor: new Map<number, WeakRef<object>>(), count: 0 }) }

/** Files opened between two times at which weak references let go of theirs. */
const period = 4096

export function noteOpen(fd: number, file: object): void {
  const all = vm.state(openFiles)
  all.byDescriptor.set(fd, new WeakRef(file))
  if (++all.count % period === 0) vm.host.collector?.release()
}

export function noteClosed(fd: number): void {
  vm.state(openFiles).byDescriptor.delete(fd)
}

/** The descriptors of open files that nobody refers to any more. */
export function lostDescriptors(): number[] {
  vm.host.collector?.collect()
  return [...vm.state(openFiles).byDescriptor].filter(([, file]) => file.deref() === undefined).map(([fd]) => fd)
}
