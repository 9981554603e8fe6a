/** How a long loop in TypeScript can be stopped: it pays for its work as bytecode does. */
import { hooks } from './hooks.ts'
import { vm } from './vm.ts'

/** Pays for `work` done; looks whether a limit is reached or an interrupt is due when the budget is used up. May raise. */
export function tick(work: number): void {
  vm.budget -= work
  if (vm.budget < 0) hooks.checkBreaker()
}
