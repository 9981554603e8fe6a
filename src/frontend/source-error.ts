/**
 * What the front end throws: everything that Python's SyntaxError carries, as plain data.
 *
 * It is no JavaScript `Error`, so no host stack is captured; whoever called the parser turns it into a Python
 * exception. Columns count characters from 1, as Python shows them; 0 and −1 have the meanings that CPython
 * gives them ("no end known").
 */

export type SourceErrorType =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | '_IncompleteInputError'
  | 'MemoryError'
  | 'RecursionError'

export class SourceError {
  readonly type: SourceErrorType
  readonly message: string
  readonly filename: string
  /** Null for an error that has no place in the source, such as a null byte or a MemoryError. */
  readonly position: ErrorPosition | null
  /** Where the last valid compound statement begins; set by whoever knows it. */
  lastCompound: { readonly lineno: number; readonly col_offset: number } | null
  constructor(type: SourceErrorType, message: string, filename: string, position: ErrorPosition | null) {
    this.type = type
    this.message = message
    this.filename = filename
    this.position = position
    this.lastCompound = null
  }
  get lineno(): number | null {
    return this.position === null ? null : this.position.lineno
  }
  get offset(): number | null {
    return this.position === null ? null : this.position.offset
  }
  get text(): string | null {
    return this.position === null ? null : this.position.text
  }
  get end_lineno(): number | null {
    return this.position === null ? null : this.position.end_lineno
  }
  get end_offset(): number | null {
    return this.position === null ? null : this.position.end_offset
  }
}

export class ErrorPosition {
  readonly lineno: number
  readonly offset: number
  readonly text: string | null
  /** Null when the error has no end, as for a source that cannot be decoded. */
  readonly end_lineno: number | null
  readonly end_offset: number | null
  constructor(
    lineno: number,
    offset: number,
    text: string | null,
    end_lineno: number | null,
    end_offset: number | null,
  ) {
    this.lineno = lineno
    this.offset = offset
    this.text = text
    this.end_lineno = end_lineno
    this.end_offset = end_offset
  }
}

/** Called for every warning; a host that turns warnings into errors throws from it. */
export type WarnFunction = (
  category: 'SyntaxWarning' | 'DeprecationWarning',
  message: string,
  lineno: number,
  col_offset: number,
  end_lineno: number,
  end_col_offset: number,
  text?: string,
) => void
