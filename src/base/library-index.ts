/** The index of the packed library: what tools/pack-library.ts writes and modules/library reads. */

/**
 * Size of the source, the number of its block, where in the block it begins; and, where compiled code is packed, the same three of
 * the code.
 */
export type LibraryRow = readonly [
  size: number,
  block: number,
  start: number,
  codeSize?: number,
  codeBlock?: number,
  codeStart?: number,
]

/** A compressed block of the pack: offset, length, and its size once inflated. */
export type LibraryBlock = readonly [offset: number, length: number, size: number]

export interface LibraryIndex {
  /** When the library's files were last changed, in seconds since 1970. */
  readonly modified: number
  /** By path within the library, in sorted order. */
  readonly files: Readonly<Record<string, LibraryRow>>
  readonly sources: readonly LibraryBlock[]
  readonly codes: readonly LibraryBlock[]
}
