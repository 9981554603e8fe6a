/**
 * Adaptive counters: when an instruction tries to specialize, and how long it waits after it has failed.
 *
 * A counter is `value << 3 | backoff`, as in CPython 3.15 (Include/internal/pycore_backoff.h): each execution of the generic form takes one
 * from the value; at zero the instruction tries. The gaps between tries are near powers of four and prime, so that a program whose
 * behaviour repeats is not sampled at the same point of every period.
 */

const makeCounter = (value: number, backoff: number): number => (value << 3) | backoff

/** What follows a failed try: by the backoff before it. */
const afterFailure = [
  makeCounter(1, 1),
  makeCounter(6, 2),
  makeCounter(30, 3),
  makeCounter(126, 4),
  makeCounter(508, 5),
  makeCounter(2052, 6),
  makeCounter(8190, 6),
]

/** At first: the second execution specializes. */
export const warmup = makeCounter(1, 1)
/** After a success: that many misses of the specialized form until the next try. */
export const cooldown = makeCounter(52, 0)
/** The same, where a site remembers several kinds of values and has room for more. */
export const shortCooldown = makeCounter(4, 0)
/** Never reached: specialization is off. */
export const unreachable = 0x7fffffff

export const restart = (counter: number): number => afterFailure[Math.min(counter & 7, afterFailure.length - 1)]!
