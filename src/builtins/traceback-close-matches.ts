/** `difflib.get_close_matches`: by how much of two words lies in common stretches (Ratcliff and Obershelp's measure). */

/** The most similar words, the best first; none that is less similar than `cutoff`. */
export function closeMatches(word: string, words: readonly string[], count: number, cutoff: number): string[] {
  return words
    .map(each => ({ each, ratio: similarity(each, word) }))
    .filter(({ ratio }) => ratio >= cutoff)
    .sort((a, b) => b.ratio - a.ratio || (a.each < b.each ? 1 : -1))
    .slice(0, count)
    .map(({ each }) => each)
}

function similarity(a: string, b: string): number {
  const length = a.length + b.length
  return length === 0 ? 1 : (2 * matching(a, b)) / length
}

/** How many characters match: the longest common stretch, and what matches on either side of it. */
function matching(a: string, b: string): number {
  const { atA, atB, size } = longestCommon(a, b)
  if (size === 0) return 0
  return size + matching(a.slice(0, atA), b.slice(0, atB)) + matching(a.slice(atA + size), b.slice(atB + size))
}

/** The longest common stretch; of several the one that ends first in `a`, then in `b`. */
function longestCommon(a: string, b: string): { atA: number; atB: number; size: number } {
  let best = { atA: 0, atB: 0, size: 0 }
  let lengths: number[] = []
  for (let i = 0; i < a.length; i++) {
    const next: number[] = []
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue
      const size = (lengths[j - 1] ?? 0) + 1
      next[j] = size
      if (size > best.size) best = { atA: i - size + 1, atB: j - size + 1, size }
    }
    lengths = next
  }
  return best
}
