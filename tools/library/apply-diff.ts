/** Applies a unified diff of one file, as `diff -U1 was is` writes it. Every line must be where the diff says. */
export function applyDiff(text: string, diff: string): string {
  const was = text.split('\n')
  const is: string[] = []
  let at = 0
  for (const line of diff.split('\n').slice(2)) {
    const hunk = /^@@ -(\d+)/.exec(line)
    const content = line.slice(1)
    if (hunk !== null) {
      const start = Number(hunk[1]) - 1
      is.push(...was.slice(at, start))
      at = start
    } else if (line.startsWith('+')) is.push(content)
    else if (line !== '') {
      if (was[at] !== content) throw new Error(`a diff does not fit: line ${at + 1} is "${was[at]}", not "${content}"`)
      if (line.startsWith(' ')) is.push(content)
      at++
    }
  }
  return [...is, ...was.slice(at)].join('\n')
}
