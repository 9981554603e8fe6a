/**
 * Which open file a descriptor of the program stands for, where that is not the host's file of the same number.
 *
 * No host of ours can copy a descriptor to a number of the program's choice, as dup2 does. So copies exist for the program only: several
 * numbers share one descriptor of the host, which is closed with the last of them. As a copy in the kernel does, they share
 * the position. A descriptor that was never copied is not in the table.
 */
import { errors } from '../../base/errno.ts'
import { HostError } from '../../base/host.ts'

interface Shared {
  /** The host's descriptor. */
  readonly fd: number
  /** How many numbers stand for it. */
  holders: number
}

export class DescriptorTable {
  /** Null for a number that is closed while copies of it keep the host's descriptor open. */
  readonly #rows = new Map<number, Shared | null>()

  has(fd: number): boolean {
    return this.#rows.has(fd)
  }

  /** The descriptor of the host. */
  behind(fd: number): number {
    if (this.#rows.size === 0) return fd
    const row = this.#rows.get(fd)
    if (row === null) throw new HostError(errors.EBADF)
    return row === undefined ? fd : row.fd
  }

  /** Makes `copy`, which is no open descriptor, stand for what `fd` stands for. */
  copy(fd: number, copy: number): void {
    let row = this.#rows.get(fd)
    if (row === null) throw new HostError(errors.EBADF)
    if (row === undefined) {
      row = { fd, holders: 1 }
      this.#rows.set(fd, row)
    }
    row.holders++
    this.#rows.set(copy, row)
  }

  /** Makes the number, which nothing stands for, stand for a descriptor of the host whose own number is a copy's. */
  rename(fd: number, as: number): void {
    this.#rows.set(as, { fd, holders: 1 })
  }

  /** Takes the number from the program; answers the host's descriptor that is to be closed, or null if copies need it. */
  release(fd: number): number | null {
    const row = this.#rows.get(fd)
    if (row === null) throw new HostError(errors.EBADF)
    if (row === undefined) return fd
    row.holders--
    if (row.fd === fd && row.holders > 0) this.#rows.set(fd, null)
    else this.#rows.delete(fd)
    if (row.holders > 0) return null
    if (this.#rows.get(row.fd) === null) this.#rows.delete(row.fd)
    return row.fd
  }
}
