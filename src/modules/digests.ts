/** The modules _md5, _sha1, _sha2, _sha3 and _blake2, over base/digest: hash objects that gather bytes and can be asked at any time. */
import { hexText } from '../base/binary-text.ts'
import { Blake2 } from '../base/digest/blake2.ts'
import { Md5 } from '../base/digest/md5.ts'
import { Sha1 } from '../base/digest/sha-1.ts'
import { Sha256, Sha512 } from '../base/digest/sha-2.ts'
import { Sha3 } from '../base/digest/sha-3.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { overflowErrorType, typeErrorType, valueErrorType } from '../objects/exception-types.ts'
import { indexOf } from '../objects/operators.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { isStr } from '../objects/str.ts'
import { type PyType, TypeFlags } from '../objects/type.ts'
import { type Int, PyObject, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'

/** What the classes of base/digest have in common; `length` is for those whose output has any. */
interface Hasher {
  update(bytes: Uint8Array): unknown
  digest(length?: number): Uint8Array
  copy(): Hasher
}

interface Digest {
  /** What `hash.name` says, and the function is called. */
  readonly name: string
  readonly typeName: string
  readonly size: number
  readonly start: () => Hasher & { readonly blockSize: number }
  /** Is the length of the output said when asked for it? */
  readonly isExtendable?: boolean
  /** OpenSSL's name; absent where the host has none, or not with all parameters. */
  readonly hostName?: string
}

class PyHash extends PyObject {
  hash: Hasher
  /** Bytes of the digest. */
  readonly size: number
  /** Has nothing been hashed yet? */
  isFresh: boolean
  constructor(hash: Hasher, size: number, type: PyType, isFresh: boolean) {
    super(type)
    this.hash = hash
    this.size = size
    this.isFresh = isFresh
  }
}

/** From this length on the host's own hash is faster: it is so by ten times, but takes a microsecond to begin. */
const worthTheHost = 192

/** Hashes the bytes; if they are the first and many, and the host has the hash of this name, by that. */
function update(self: PyHash, bytes: Uint8Array, hostName: string | undefined): void {
  if (hostName !== undefined && self.isFresh && bytes.length >= worthTheHost)
    self.hash = vm.host.hasher?.(hostName) ?? self.hash
  self.isFresh &&= bytes.length === 0
  self.hash.update(bytes)
}

function bytesOf(value: Value): Uint8Array {
  if (isStr(value)) raise(typeErrorType, 'Strings must be encoded before hashing')
  const bytes = bufferOf(value)
  if (bytes === undefined) raiseTypeError('object supporting the buffer API required')
  return bytes
}

const hexOf = (bytes: Uint8Array): string => hexText(bytes, '', 0)

/** A length as `unsigned long` of which the memory can be had. */
function checkedLength(value: Value | undefined): number | undefined {
  if (value === undefined) return undefined
  const length = indexOf(value)
  if (length < 0) raise(valueErrorType, 'Cannot convert negative int')
  if (BigInt.asUintN(64, BigInt(length)) !== BigInt(length))
    raise(overflowErrorType, 'Python int too large for C unsigned long')
  if (length >= longestDigest) raise(valueErrorType, 'length is too large')
  return Number(length)
}

/** What is hashed at first: `string` is an older name of `data`, and only one of them may be given. */
function initialBytes(data: Value | undefined, text: Value | undefined): Uint8Array {
  if (data !== undefined && text !== undefined)
    raiseTypeError(
      "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.",
    )
  const value = data === undefined ? text : data
  return value === undefined ? none : bytesOf(value)
}

const none = new Uint8Array(0)

/** As in CPython's sha3module.c. */
const longestDigest = 2 ** 29

function digestType(
  module: string,
  { name, typeName, start, isExtendable, hostName }: Digest,
  attributes: Readonly<Record<string, Value>> = {},
): PyType {
  const type = builtinType(typeName, {
    module,
    flags: module === '_blake2' ? TypeFlags.base : TypeFlags.noInstantiation,
  })
  const parameter = isExtendable ? ', length' : ''
  const { blockSize } = start()
  defineType(type, {
    methods: () => [
      builtin(
        'copy($self, /)',
        (self: PyHash) => new PyHash(self.hash.copy(), self.size, type, self.isFresh),
        'Return a copy of the hash object.',
      ),
      builtin(
        `digest($self${parameter}, /)`,
        (self: PyHash, length?: Value) => new PyBytes(self.hash.digest(checkedLength(length))),
        'Return the digest value as a bytes object.',
      ),
      builtin(
        `hexdigest($self${parameter}, /)`,
        (self: PyHash, length?: Value) => hexOf(self.hash.digest(checkedLength(length))),
        'Return the digest value as a string of hexadecimal digits.',
      ),
      builtin(
        'update($self, obj, /)',
        (self: PyHash, data: Value) => update(self, bytesOf(data), hostName),
        "Update this hash object's state with the provided string.",
      ),
    ],
    getset: () => [
      ['block_size', () => blockSize],
      ['digest_size', (self: PyHash) => self.size],
      ['name', () => name],
    ],
    attributes: () => ({ __module__: module, ...attributes }),
  })
  return type
}

/** `sha256(data)` */
const constructor = ({ name, start, size, hostName }: Digest, type: PyType): Builtin =>
  builtin(
    `${name}($module, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)`,
    (data: Value | undefined, _used: Value, text: Value | undefined) => {
      const hash = new PyHash(start(), size, type, true)
      update(hash, initialBytes(data, text), hostName)
      return hash
    },
    `Return a new ${name.toUpperCase()} hash object; optionally initialized with a string.`,
  )

function defineDigests(module: string, digests: readonly Digest[]): void {
  const types = digests.map(digest => digestType(module, digest))
  defineModule(module, {
    functions: () => digests.map((digest, i) => constructor(digest, types[i]!)),
    attributes: () => ({
      ...Object.fromEntries(digests.map(({ name }, i) => [`${name.toUpperCase()}Type`, types[i]!])),
      _GIL_MINSIZE: 2048,
    }),
  })
}

defineDigests('_md5', [{ name: 'md5', hostName: 'md5', typeName: 'md5', size: 16, start: () => new Md5() }])
defineDigests('_sha1', [{ name: 'sha1', hostName: 'sha1', typeName: 'sha1', size: 20, start: () => new Sha1() }])
defineDigests('_sha2', [
  { name: 'sha224', hostName: 'sha224', typeName: 'SHA224Type', size: 28, start: () => new Sha256(224) },
  { name: 'sha256', hostName: 'sha256', typeName: 'SHA256Type', size: 32, start: () => new Sha256(256) },
  { name: 'sha384', hostName: 'sha384', typeName: 'SHA384Type', size: 48, start: () => new Sha512(384) },
  { name: 'sha512', hostName: 'sha512', typeName: 'SHA512Type', size: 64, start: () => new Sha512(512) },
])
const sha3 = (bits: 224 | 256 | 384 | 512): Digest => {
  const name = `sha3_${bits}`
  return { name, hostName: `sha3-${bits}`, typeName: name, size: bits / 8, start: () => Sha3.sha3(bits) }
}
const shake = (bits: 128 | 256): Digest => {
  const name = `shake_${bits}`
  return { name, typeName: name, size: 0, start: () => Sha3.shake(bits), isExtendable: true }
}
defineDigests('_sha3', [sha3(224), sha3(256), sha3(384), sha3(512), shake(128), shake(256)])

/** blake2b and blake2s are types, whose constructors take the parameters of RFC 7693. */
function blake2Type(kind: 'b' | 's', most: number): PyType {
  const name = `blake2${kind}`
  const parameters = { key: none, salt: none, person: none, fanout: 1, depth: 1, leafSize: 0, nodeOffset: 0n }
  const plain = { ...parameters, digestSize: most, nodeDepth: 0, innerSize: 0, lastNode: false }
  const start = (): Blake2 => new Blake2(kind, plain)
  const sizes = { SALT_SIZE: most / 4, PERSON_SIZE: most / 4, MAX_KEY_SIZE: most, MAX_DIGEST_SIZE: most }
  const hostName = `${name}${most * 8}`
  const type = digestType('_blake2', { name, hostName, typeName: name, size: most, start }, sizes)
  const construct = builtin(
    `${name}($type, data=<unrepresentable>, *, digest_size: ssize = ${most}, key: buffer = b'', salt: buffer = b'', person: buffer = b'', fanout: ssize = 1, depth: ssize = 1, leaf_size: ssize = 0, node_offset: int = 0, node_depth: ssize = 0, inner_size: ssize = 0, last_node: bool = False, usedforsecurity=True, string=<unrepresentable>)`,
    (
      subtype: PyType,
      data: Value | undefined,
      digestSize: number,
      key: Uint8Array,
      salt: Uint8Array,
      person: Uint8Array,
      fanout: number,
      depth: number,
      leafSize: number,
      nodeOffset: Int,
      nodeDepth: number,
      innerSize: number,
      lastNode: boolean,
      _used: Value,
      text: Value | undefined,
    ) => {
      const complain = (message: string): never => raise(valueErrorType, message)
      if (digestSize < 1 || digestSize > most)
        complain(
          `digest_size for ${name[0]!.toUpperCase()}${name.slice(1)} must be between 1 and ${most} bytes, here it is ${digestSize}`,
        )
      if (salt.length > most / 4) complain(`maximum salt length is ${most / 4} bytes`)
      if (person.length > most / 4) complain(`maximum person length is ${most / 4} bytes`)
      if (key.length > most) complain(`maximum key length is ${most} bytes`)
      if (fanout < 0 || fanout > 255) complain('fanout must be between 0 and 255')
      if (depth < 1 || depth > 255) complain('depth must be between 1 and 255')
      if (nodeDepth < 0 || nodeDepth > 255) complain('node_depth must be between 0 and 255')
      if (innerSize < 0 || innerSize > most) complain(`inner_size must be between 0 and is ${most}`)
      const tree = { fanout, depth, leafSize, nodeOffset: BigInt(nodeOffset), nodeDepth, innerSize, lastNode }
      const given = { digestSize, key, salt, person, ...tree }
      // Of hashes with parameters the host knows nothing.
      const isPlain = Object.entries(plain).every(([name, value]) => {
        const own = given[name as keyof typeof plain]
        return own === value || (own instanceof Uint8Array && own.length === 0)
      })
      const hash = new PyHash(new Blake2(kind, given), digestSize, subtype, isPlain)
      update(hash, initialBytes(data, text), hostName)
      return hash
    },
  )
  type.new = (subtype, args, keywords) => construct.call(subtype, args, keywords)
  return type
}

const blake2Types = { blake2b: blake2Type('b', 64), blake2s: blake2Type('s', 32) }
defineModule('_blake2', {
  attributes: () => ({
    ...blake2Types,
    _GIL_MINSIZE: 2048,
    BLAKE2B_SALT_SIZE: 16,
    BLAKE2B_PERSON_SIZE: 16,
    BLAKE2B_MAX_KEY_SIZE: 64,
    BLAKE2B_MAX_DIGEST_SIZE: 64,
    BLAKE2S_SALT_SIZE: 8,
    BLAKE2S_PERSON_SIZE: 8,
    BLAKE2S_MAX_KEY_SIZE: 32,
    BLAKE2S_MAX_DIGEST_SIZE: 32,
  }),
})
