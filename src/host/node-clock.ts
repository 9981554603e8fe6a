/** The machine's clocks. */
import type { HostClock } from '../base/host.ts'
import { localZone } from './local-zone.ts'
import { zoneOfRule } from './zone-rule.ts'

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Nanoseconds. `performance.timeOrigin` has microseconds that Date has not; asking for it loads a part of Node, which not every start needs. */
let start: bigint | undefined

/** What the engine does not understand in TZ. */
let ruled: HostClock['zone'] | null | undefined

/** The local time zone; what is no time makes it look at TZ anew (tzset). */
const zone: HostClock['zone'] = milliseconds => {
  if (ruled === undefined || Number.isNaN(milliseconds)) ruled = zoneOfRule(process.env.TZ ?? '')
  return (Number.isNaN(milliseconds) ? null : ruled)?.(milliseconds) ?? localZone(milliseconds)
}

export const nodeClock: HostClock = {
  now: () => (start ??= BigInt(Math.round(performance.timeOrigin * 1e6))) + BigInt(Math.round(performance.now() * 1e6)),
  monotonic: () => process.hrtime.bigint(),
  processTime: () => {
    const { user, system } = process.cpuUsage()
    return BigInt(user + system) * 1000n
  },
  sleep: milliseconds => {
    Atomics.wait(pause, 0, 0, milliseconds)
  },
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  zone,
}
