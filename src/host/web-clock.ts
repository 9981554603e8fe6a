/** The clocks of a page or a worker. Browsers tell no processor time: the time since the page was opened stands for it. */
import type { HostClock } from '../base/host.ts'
import { localZone } from './local-zone.ts'

const nanoseconds = (milliseconds: number): bigint => BigInt(Math.round(milliseconds * 1e6))

export const webClock: HostClock = {
  now: () => nanoseconds(performance.timeOrigin) + nanoseconds(performance.now()),
  monotonic: () => nanoseconds(performance.now()),
  processTime: () => nanoseconds(performance.now()),
  sleep: milliseconds => {
    const end = performance.now() + milliseconds
    while (performance.now() < end) pause(end - performance.now())
  },
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  zone: localZone,
}

const shared = typeof SharedArrayBuffer === 'undefined' ? null : new Int32Array(new SharedArrayBuffer(4))

/** Workers of isolated pages may block; anybody else can only go round. */
function pause(milliseconds: number): void {
  if (shared === null) return
  try {
    Atomics.wait(shared, 0, 0, milliseconds)
  } catch {
    // The thread of a page must not wait.
  }
}
