/**
 * Makes a program smaller for as long as it stays interesting.
 *
 * Lines go with what is indented below them, large pieces first; or they go alone, and what is below them moves out. Whether what is
 * left is a program need not be known: one that is none behaves the same everywhere and so interests nobody.
 */
export async function shrink(
  source: string,
  isInteresting: (candidate: string) => Promise<boolean>,
  attempts = 150,
): Promise<string> {
  let lines = source.split('\n').filter(line => line.trim() !== '')
  const attempt = async (candidate: readonly string[]): Promise<boolean> => {
    if (attempts-- <= 0 || !(await isInteresting(`${candidate.join('\n')}\n`))) return false
    lines = [...candidate]
    return true
  }
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = lines.length - 1; at >= 0 && attempts > 0; at -= size) {
      const from = Math.max(0, at - size + 1)
      const end = size === 1 ? blockEnd(lines, from) : at + 1
      const without = [...lines.slice(0, from), ...lines.slice(end)]
      if (without.length === lines.length || (await attempt(without))) continue
      if (size === 1 && end > from + 1) {
        const inner = lines.slice(from + 1, end).map(line => line.replace(/^ {4}/, ''))
        await attempt([...lines.slice(0, from), ...inner, ...lines.slice(end)])
      }
    }
  return `${lines.join('\n')}\n`
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** Where the lines that are indented below the one at `from` end. */
function blockEnd(lines: readonly string[], from: number): number {
  let end = from + 1
  while (end < lines.length && indentOf(lines[end]!) > indentOf(lines[from]!)) end++
  return end
}
