/**
 * "Did you mean": the candidate closest to a misspelt name, by an edit distance in which changing the case of a letter costs less than
 * changing it for another. As in Python/suggestions.c and Lib/traceback.py, costs included.
 */
const moveCost = 2
const caseCost = 1
const maxCandidates = 750
const maxLength = 40

function substitutionCost(a: number, b: number): number {
  if ((a & 31) !== (b & 31)) return moveCost
  if (a === b) return 0
  return lower(a) === lower(b) ? caseCost : moveCost
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** The distance between two names, or something above `limit` if it is greater than that. */
export function editDistance(left: string, right: string, limit: number): number {
  let a = left
  let b = right
  if (a === b) return 0
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  a = a.slice(start, a.length - end)
  b = b.slice(start, b.length - end)
  if (a === '' || b === '') return moveCost * (a.length + b.length)
  if (a.length > maxLength || b.length > maxLength) return limit + 1
  if (b.length < a.length) [a, b] = [b, a]
  if ((b.length - a.length) * moveCost > limit) return limit + 1
  return distanceByRows(a, b, limit)
}

function distanceByRows(a: string, b: string, limit: number): number {
  const row = Array.from(a, (_, i) => moveCost * (i + 1))
  let result = 0
  for (let j = 0; j < b.length; j++) {
    const code = b.charCodeAt(j)
    let distance = (result = j * moveCost)
    let least = Number.MAX_SAFE_INTEGER
    for (let i = 0; i < a.length; i++) {
      const substitute = distance + substitutionCost(code, a.charCodeAt(i))
      distance = row[i]!
      result = Math.min(substitute, Math.min(result, distance) + moveCost)
      row[i] = result
      if (result < least) least = result
    }
    if (least > limit) return limit + 1
  }
  return result
}

/** The name's UTF-8 bytes as characters: CPython compares those. */
function utf8(name: string): string {
  return /^[\0-\x7f]*$/.test(name)
    ? name
    : Array.from(new TextEncoder().encode(name), byte => String.fromCharCode(byte)).join('')
}

/** The candidate to suggest for `name`, if one is close enough. */
export function closestName(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length >= maxCandidates) return undefined
  const wanted = utf8(name)
  let best: string | undefined
  let bestDistance = Number.MAX_SAFE_INTEGER
  for (const candidate of candidates) {
    if (candidate === name) continue
    const bytes = utf8(candidate)
    const limit = Math.min(Math.floor(((wanted.length + bytes.length + 3) * moveCost) / 6), bestDistance - 1)
    const distance = editDistance(wanted, bytes, limit)
    if (distance > limit) continue
    if (best === undefined || distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
