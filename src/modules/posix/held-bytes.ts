/**
 * Streams that hold bytes for a file.
 *
 * CPython closes a file as soon as nobody refers to it, and writes what it holds; here nobody knows when that is. So what streams hold is written
 * before anybody can miss it: when a path is opened or asked about, when a process is started, at the end. Till then they are kept.
 */
import { raised } from '../../objects/exception.ts'
import { vm } from '../../objects/vm.ts'

interface Raw {
  readonly fd: number
  isSeekable(): boolean
}

interface Holding {
  readonly raw: Raw
  readonly writeOut: () => void
}

const holdings = { create: () => new Map<object, Holding>() }

export function noteHolding(stream: object, raw: Raw, writeOut: () => void): void {
  vm.state(holdings).set(stream, { raw, writeOut })
}

export function forgetHolding(stream: object): void {
  vm.state(holdings).delete(stream)
}

/** Lets streams write what they hold: those of files or, at the end, all. A pipe's end might wait for somebody who reads. */
export function writeHeld(isEnd = false): void {
  const all = vm.state(holdings)
  for (const [stream, { raw, writeOut }] of all) {
    try {
      if (!isEnd && (raw.fd < 3 || !raw.isSeekable())) continue
      all.delete(stream)
      writeOut()
    } catch (thrown) {
      // As where a file is closed for want of references: nobody is there to be told.
      raised(thrown)
    }
  }
}
