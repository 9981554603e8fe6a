/** Waiting until something is so that this program or one that it has started brings about; meanwhile the program can be interrupted. */
import { hooks } from '../../objects/hooks.ts'
import { vm } from '../../objects/vm.ts'

const children = { create: () => ({ count: 0 }) }

/** How many of the programs that this one has started have not ended, or may still have written something. */
export const childrenToHearOf = (): { count: number } => vm.state(children)

/** Between two looks at interrupts. */
const slice = 50

/** False if the time was over first; a timeout of null waits for ever. */
export function waitFor(isSo: () => boolean, seconds: number | null): boolean {
  const { clock, process } = vm.host
  const end = seconds === null ? null : clock.monotonic() + BigInt(Math.ceil(seconds * 1e9))
  while (!isSo()) {
    const left = end === null ? slice : Number(end - clock.monotonic()) / 1e6
    if (left <= 0) return false
    if (process === null || childrenToHearOf().count === 0) clock.sleep(Math.min(left, slice))
    else process.deliver(Math.min(left, slice))
    hooks.checkBreaker()
  }
  return true
}
