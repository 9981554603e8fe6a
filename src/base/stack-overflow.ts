/** Whether what was thrown is the engine's complaint about recursion that is too deep; engines word it differently. */
export function isStackOverflow(thrown: unknown): boolean {
  if (thrown instanceof RangeError) return thrown.message.includes('call stack')
  // SpiderMonkey has a class of its own for it.
  return thrown instanceof Error && thrown.message === 'too much recursion'
}
