/**
 * Parts of the program that are loaded when they are first needed, so that what few programs use costs none its start: src/host/parts has a file for
 * each, of which tools/build.ts makes a script. Where everything is one program, as in a test or in a browser, all is there from the beginning.
 *
 * What other code needs of a part is a hook: it loads the part, which fills the hook in.
 */

/** What hot programs need: tier 2; modules that many programs import; and those that few do, with Unicode's names. */
export type Part = 'hot' | 'often' | 'seldom'

/** How a part is loaded; whoever loads the core says it. */
export const parts = {
  load: (part: Part): void => {
    throw new Error(`there is no part '${part}' to load`)
  },
}

/** A hook that is filled in by a part. */
export function filledBy<Args extends unknown[], Result>(
  part: Part,
  hook: () => (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    parts.load(part)
    return hook()(...args)
  }
}

/** Renews the copies that parts have of what other files export as a variable (tools/bundles.ts). */
export const copies: (() => void)[] = []

/** To be called where such a variable changes. */
export function changed(): void {
  for (const renew of copies) renew()
}
