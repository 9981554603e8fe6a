/**
 * Paths as arguments: a str, bytes, a PathLike, or, where a function allows it, the descriptor of an open file. What such a function
 * answers is bytes when it was given bytes.
 */
import { decodeBytes, encodeStr } from '../../builtins/codecs.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import { PyBytes } from '../../objects/bytes.ts'
import { callPathMethod } from '../../objects/call.ts'
import { raise, raiseTypeError } from '../../objects/exception.ts'
import {
  notImplementedErrorType,
  overflowErrorType,
  runtimeWarningType,
  valueErrorType,
} from '../../objects/exception-types.ts'
import { hooks } from '../../objects/hooks.ts'
import { asInt } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { asStr, isStr, strOf, textOf, type Str } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { Value } from '../../objects/value.ts'
import { translated } from './os-error.ts'
import { pythonFiles } from './python-files.ts'

export interface Path {
  /** In UTF-16, odd bytes as surrogates; '' for a descriptor. */
  readonly text: string
  /** As given, for errors. */
  readonly given: Value
  readonly isBytes: boolean
  /** −1 for a path. */
  readonly fd: number
}

interface PathOptions {
  /** Such as `stat: path`, for messages. */
  readonly what: string
  readonly allowsDescriptor?: boolean
  readonly allowsNone?: boolean
}

export const fsDecode = (bytes: Uint8Array): Str => decodeBytes(bytes, 'utf-8', 'surrogateescape', new PyBytes(bytes))
export const fsEncode = (str: Str): PyBytes => encodeStr(str, 'utf-8', 'surrogateescape')

/** What the program calls a file that the host calls `name`: bytes where it named the folder in bytes. */
export const nameFor = (path: Path, name: string): Value => (path.isBytes ? fsEncode(strOf(name)) : strOf(name))

/** `os.fspath` */
export function fsPath(value: Value): Value {
  if (isStr(value) || value instanceof PyBytes) return value
  const result = callPathMethod(value)
  if (result === undefined) raiseTypeError(`expected str, bytes or os.PathLike object, not ${typeName(typeOf(value))}`)
  if (isStr(result) || result instanceof PyBytes) return result
  raiseTypeError(
    `expected ${typeName(typeOf(value))}.__fspath__() to return str or bytes, not ${typeName(typeOf(result))}`,
  )
}

/** As path_converter (Modules/posixmodule.c). */
export function pathOf(value: Value, options: PathOptions): Path {
  if (value === null && options.allowsNone === true) return { text: '.', given: null, isBytes: false, fd: -1 }
  if (isStr(value) || value instanceof PyBytes) return textPath(value, value, options)
  if (options.allowsDescriptor === true && typeOf(value).index !== null)
    return { text: '', given: value, isBytes: false, fd: anyDescriptorOf(value) }
  const result = callPathMethod(value)
  if (result === undefined) {
    const kinds = ['string', 'bytes', 'os.PathLike']
    if (options.allowsDescriptor === true) kinds.push('integer')
    if (options.allowsNone === true) kinds.push('None')
    const last = kinds.pop()
    raiseTypeError(`${options.what} should be ${kinds.join(', ')} or ${last}, not ${typeName(typeOf(value))}`)
  }
  if (isStr(result) || result instanceof PyBytes) return textPath(result, value, options)
  raiseTypeError(
    `expected ${typeName(typeOf(value))}.__fspath__() to return str or bytes, not ${typeName(typeOf(result))}`,
  )
}

function textPath(value: Value, given: Value, options: PathOptions): Path {
  const isBytes = value instanceof PyBytes
  const text = textOf(isBytes ? fsDecode(value.bytes) : asStr(value)!)
  if (text.includes('\0'))
    raise(valueErrorType, `${options.what.split(':')[0]}: embedded null ${isBytes ? 'byte' : 'character'} in path`)
  // A text that cannot be encoded is refused as CPython does, when it encodes it.
  if (!isBytes && !text.isWellFormed()) fsEncode(asStr(value)!)
  return { text, given: isStr(given) || given instanceof PyBytes ? given : value, isBytes, fd: -1 }
}

/** A file descriptor: an int, or what has `__index__`. */
export function descriptorOf(value: Value): number {
  const fd = asInt(value) ?? indexOf(value)
  if (fd > 2 ** 31 - 1) raise(overflowErrorType, 'fd is greater than maximum')
  if (fd < -(2 ** 31)) raise(overflowErrorType, 'fd is less than minimum')
  return Number(fd)
}

/** The folder that a path or a descriptor stands for. */
export const folderPath = ({ fd, text }: Path): string =>
  fd < 0 ? text : translated(() => pythonFiles().pathOfOpen(fd))

/** A bool is none that anybody means. */
export function anyDescriptorOf(value: Value): number {
  if (typeof value === 'boolean') hooks.warn(runtimeWarningType, 'bool is used as a file descriptor', 1)
  return descriptorOf(value)
}

/** Folder descriptors, which no function of ours takes. */
export function refuseFolderDescriptor(dirFd: Value): void {
  if (dirFd !== null) raise(notImplementedErrorType, 'dir_fd unavailable on this platform')
}
