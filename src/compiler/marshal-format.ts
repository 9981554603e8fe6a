/**
 * CPython's marshal format, version 5: what `.pyc` files and the packed library hold.
 *
 * An object is a type byte and its contents, numbers little-endian. FLAG_REF on the type byte puts the object into a
 * list of references (a container before its contents), and `r` stands for an entry of that list. marshal-writer.ts
 * writes, marshal.ts reads.
 */

export const MARSHAL_VERSION = 5

export const FLAG_REF = 0x80

const byte = (character: string) => character.charCodeAt(0)

/** Ends a dict. */
export const TYPE_NULL = byte('0')
export const TYPE_NONE = byte('N')
export const TYPE_FALSE = byte('F')
export const TYPE_TRUE = byte('T')
export const TYPE_STOPITERATION = byte('S')
export const TYPE_ELLIPSIS = byte('.')
/** 32 bits, signed. */
export const TYPE_INT = byte('i')
/** The number of digits in base 2^15, negative for a negative number, then the digits, 16 bits each. */
export const TYPE_LONG = byte('l')
export const TYPE_BINARY_FLOAT = byte('g')
export const TYPE_BINARY_COMPLEX = byte('y')
/** Bytes. */
export const TYPE_STRING = byte('s')
/** Strings: UTF-8 with surrogates; ASCII with a long or short length; each of them also interned. */
export const TYPE_UNICODE = byte('u')
export const TYPE_INTERNED = byte('t')
export const TYPE_ASCII = byte('a')
export const TYPE_ASCII_INTERNED = byte('A')
export const TYPE_SHORT_ASCII = byte('z')
export const TYPE_SHORT_ASCII_INTERNED = byte('Z')
export const TYPE_TUPLE = byte('(')
export const TYPE_SMALL_TUPLE = byte(')')
export const TYPE_FROZENSET = byte('>')
export const TYPE_LIST = byte('[')
export const TYPE_SET = byte('<')
/** Keys and values in turn. */
export const TYPE_DICT = byte('{')
export const TYPE_SLICE = byte(':')
export const TYPE_CODE = byte('c')
export const TYPE_REF = byte('r')
