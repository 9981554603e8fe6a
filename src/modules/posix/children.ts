/**
 * Programs that this one has started, as `fork` and `exec` would leave them: each has a number to wait for, and standard streams that are files
 * of the host or ends of pipes within the program (socket/pair.ts).
 *
 * The host cannot give a program such an end, since it is no descriptor of the host's. So the program gets a pipe of the host's own, and
 * what comes through that is passed on from the one to the other whenever this program waits. The end is held on the program's behalf
 * until the program has ended or closed it.
 */
import { errors } from '../../base/errno.ts'
import { type ChildCommand, type ChildStream, HostError, type HostChild, type LentFile } from '../../base/host.ts'
import { childrenToHearOf, waitFor } from '../../interpreter/threads.ts'
import { PyTuple } from '../../objects/tuple.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { type Endpoint, endpoints } from '../socket/pair.ts'
import { writeHeld } from './left-open.ts'
import { raiseOSError } from './os-error.ts'
import { pythonFiles } from './python-files.ts'

/** Descriptors of this program for its streams 0, 1 and 2; −1 where it gets the stream of this program. */
export type ChildDescriptors = readonly [number, number, number]

export type ChildProgram = Omit<ChildCommand, 'streams' | 'inherits'> & { readonly inherits: readonly number[] }

class Child {
  /** As waitpid tells it; null while the program runs. */
  status: number | null = null
  host: HostChild | null = null
  readonly ends: readonly (Endpoint | null)[]
  readonly lent: LentFile[] = []
  /** How many ends there will be news of: its own, and those of the pipes that it writes to. */
  #unheard: number
  constructor(ends: readonly (Endpoint | null)[]) {
    this.ends = ends
    this.#unheard = 1
    vm.state(childrenToHearOf).count++
    for (const end of ends) end?.hold()
  }

  release(stream: number): void {
    const end = this.#held(stream)
    if (end === null) return
    end.onArrival = null
    end.onRefusal = null
    this.#released.add(stream)
    end.release()
  }

  readonly #released = new Set<number>()

  #held(stream: number): Endpoint | null {
    return this.#released.has(stream) ? null : this.ends[stream]!
  }

  wrote(stream: number, bytes: Uint8Array): void {
    const end = this.#held(stream)
    const { stdout, stderr } = vm.host
    if (bytes.length === 0) {
      this.release(stream)
      this.#heardTheLast()
    } else if (end === null) (stream === 1 ? stdout : stderr)?.write(bytes)
    else if (end.peer === null) this.host?.closeOutput(stream)
    else end.send(bytes)
  }

  exited(status: number): void {
    if (this.status !== null) return
    this.status = status < 0 ? -status : status << 8
    this.release(0)
    for (const file of this.lent) file.giveBack()
    this.#heardTheLast()
  }

  /** The end of a stream may come after the end of the program. */
  #heardTheLast(): void {
    this.#unheard--
    if (this.#unheard === 0) vm.state(childrenToHearOf).count--
  }

  listen(streams: readonly ChildStream[]): void {
    this.#unheard += streams.filter((stream, i) => i > 0 && stream === 'pipe').length
  }

  abandon(): void {
    vm.state(childrenToHearOf).count--
    for (const i of [0, 1, 2]) this.release(i)
    for (const file of this.lent) file.giveBack()
  }

  /** Connects what it reads and writes. */
  connect(host: HostChild): void {
    this.host = host
    const [input, ...outputs] = this.ends
    if (input != null) {
      input.onArrival = () => passOn(input, host)
      passOn(input, host)
    }
    outputs.forEach((end, i) => {
      if (end !== null) end.onRefusal = () => host.closeOutput(i + 1)
    })
  }
}

function passOn(from: Endpoint, to: HostChild): void {
  for (const bytes of from.takeAll()) to.write(bytes)
  if (from.isEnded) to.closeInput()
}

const key = { create: () => new Map<number, Child>() }
const children = (): Map<number, Child> => vm.state(key)

/** Numbers of programs that could not be started: above all that Linux gives. */
const failed = { create: () => ({ next: 1 << 22 }) }

/** Starts a program; answers its number. What fails is thrown as a HostError. */
export function startChild(program: ChildProgram, given: ChildDescriptors): number {
  const { process } = vm.host
  if (process === null) throw new HostError(errors.EPERM)
  writeHeld()
  const descriptors = given.map((fd, i) => (fd < 0 ? i : fd))
  const joins = descriptors[2] === descriptors[1]
  const ends = descriptors.map((fd, i) => (joins && i === 2 ? null : (endpoints().open.get(fd) ?? null)))
  const child = new Child(ends)
  const stream = (i: number): ChildStream => (ends[i] === null ? lentStream(child, descriptors[i]!) : 'pipe')
  try {
    const streams = [stream(0), stream(1), joins && ends[1] !== null ? 'stdout' : stream(2)] as const
    child.listen(streams)
    const inherits = program.inherits.map(fd => lend(child, fd))
    const host = process.start(
      { ...program, streams, inherits },
      {
        wrote: (number, bytes) => child.wrote(number, bytes),
        stoppedReading: () => child.release(0),
        exited: status => child.exited(status),
      },
    )
    child.connect(host)
    children().set(host.pid, child)
    return host.pid
  } catch (thrown) {
    child.abandon()
    throw thrown
  }
}

function lend(child: Child, fd: number): number {
  const file = pythonFiles().lend(fd)
  child.lent.push(file)
  return file.descriptor
}

/** A stream that is a file of the host, or that goes where an embedder's stream goes. */
function lentStream(child: Child, fd: number): ChildStream {
  const standard = pythonFiles().standardStream(fd)
  if (standard !== null) {
    const stream = [vm.host.stdin, vm.host.stdout, vm.host.stderr][standard]!
    if (stream === null) return 'none'
    if (stream.descriptor === null) return standard === 0 ? 'none' : 'pipe'
  }
  return lend(child, fd)
}

/** What a program leaves that could not be started: a number, and the status of one that has ended at once. */
export function failedChild(): number {
  const child = new Child([null, null, null])
  child.status = 255 << 8
  const number = vm.state(failed).next++
  children().set(number, child)
  return number
}

const withoutWaiting = 1

/** As waitpid(2): a number and a status; zeros if none has ended and nobody is to wait. */
export function waitForChild(number: number, options: number): Value {
  const known = children()
  const candidates = number > 0 ? [number] : [...known.keys()]
  if (candidates.length === 0 || !known.has(candidates[0]!)) raiseOSError(errors.ECHILD)
  const ended = (): number | undefined => candidates.find(each => known.get(each)!.status !== null)
  if ((options & withoutWaiting) !== 0) vm.host.process?.deliver(0)
  else waitFor(() => ended() !== undefined, null)
  const found = ended()
  if (found === undefined) return new PyTuple([0, 0])
  const { status } = known.get(found)!
  known.delete(found)
  return new PyTuple([found, status!])
}

/** Runs a program with this one's streams to its end; answers its status as waitpid tells it. */
export function runToEnd(program: ChildProgram): number {
  const pid = startChild(program, [-1, -1, -1])
  const child = children().get(pid)!
  waitFor(() => child.status !== null, null)
  children().delete(pid)
  return child.status!
}
