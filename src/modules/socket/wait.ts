/** Waiting until something within the program is so; meanwhile the program can be interrupted. */
import { hooks } from '../../objects/hooks.ts'
import { vm } from '../../objects/vm.ts'

/** Between two looks at interrupts. */
const slice = 50

/** False if the time was over first; a timeout of null waits for ever. */
export function waitFor(isSo: () => boolean, seconds: number | null): boolean {
  const { clock } = vm.host
  const end = seconds === null ? null : clock.monotonic() + BigInt(Math.ceil(seconds * 1e9))
  while (!isSo()) {
    const left = end === null ? slice : Number(end - clock.monotonic()) / 1e6
    if (left <= 0) return false
    clock.sleep(Math.min(left, slice))
    hooks.checkBreaker()
  }
  return true
}
