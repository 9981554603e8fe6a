/** Docstrings: finding them, and cleaning their indentation (PEP 257's algorithm, blank lines kept). */
import type { Stmt } from '../frontend/generated/ast.ts'

/** The docstring of a body; only a plain string literal counts. */
export function docstringOf(body: readonly Stmt[]): string | null {
  const first = body[0]
  if (first === undefined || first.node !== 'Expr' || first.value.node !== 'Constant') return null
  const { value } = first.value
  return typeof value === 'string' ? value : null
}

export function cleanDocstring(docstring: string): string {
  const text = expandTabs(docstring)
  const lines = text.split('\n')
  let margin = Number.POSITIVE_INFINITY
  for (let i = 1; i < lines.length; i++) {
    const indentation = countSpaces(lines[i]!)
    if (indentation < lines[i]!.length) margin = Math.min(margin, indentation)
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0
  lines[0] = lines[0]!.slice(countSpaces(lines[0]!))
  for (let i = 1; i < lines.length; i++) lines[i] = lines[i]!.slice(Math.min(margin, countSpaces(lines[i]!)))
  return lines.join('\n')
}

function countSpaces(line: string): number {
  let count = 0
  while (line.charCodeAt(count) === 32) count++
  return count
}

/** As `str.expandtabs()`: to columns that are multiples of eight, counted in code points. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let column = 0
  let expanded = ''
  for (const character of text) {
    if (character === '\t') {
      const width = 8 - (column % 8)
      expanded += ' '.repeat(width)
      column += width
    } else {
      expanded += character
      column = character === '\n' || character === '\r' ? 0 : column + 1
    }
  }
  return expanded
}
