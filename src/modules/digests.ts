/** The modules _md5, _sha1 and _sha2, over base/digest: hash objects that gather bytes and can be asked at any time. */
import type { BlockHash } from '../base/digest/block-hash.ts'
import { Md5 } from '../base/digest/md5.ts'
import { Sha1 } from '../base/digest/sha-1.ts'
import { Sha256, Sha512 } from '../base/digest/sha-2.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { bufferOf, PyBytes } from '../objects/bytes.ts'
import { defineType } from '../objects/define.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { typeErrorType } from '../objects/exception-types.ts'
import { builtin, type Builtin } from '../objects/signature.ts'
import { isStr } from '../objects/str.ts'
import { type PyType, TypeFlags } from '../objects/type.ts'
import { PyObject, type Value } from '../objects/value.ts'

interface Digest {
  /** What `hash.name` says, and the function is called. */
  readonly name: string
  readonly typeName: string
  readonly size: number
  readonly start: () => BlockHash
}

class PyHash extends PyObject {
  readonly hash: BlockHash
  constructor(hash: BlockHash, type: PyType) {
    super(type)
    this.hash = hash
  }
}

function bytesOf(value: Value): Uint8Array {
  if (isStr(value)) raise(typeErrorType, 'Strings must be encoded before hashing')
  const bytes = bufferOf(value)
  if (bytes === undefined) raiseTypeError('object supporting the buffer API required')
  return bytes
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

function digestType(module: string, { name, typeName, size, start }: Digest): PyType {
  const type = builtinType(typeName, { module, flags: TypeFlags.noInstantiation })
  const { blockSize } = start()
  defineType(type, {
    methods: () => [
      builtin(
        'copy($self, /)',
        (self: PyHash) => new PyHash(self.hash.copy(), type),
        'Return a copy of the hash object.',
      ),
      builtin(
        'digest($self, /)',
        (self: PyHash) => new PyBytes(self.hash.digest()),
        'Return the digest value as a bytes object.',
      ),
      builtin(
        'hexdigest($self, /)',
        (self: PyHash) => hexOf(self.hash.digest()),
        'Return the digest value as a string of hexadecimal digits.',
      ),
      builtin(
        'update($self, obj, /)',
        (self: PyHash, data: Value) => void self.hash.update(bytesOf(data)),
        "Update this hash object's state with the provided string.",
      ),
    ],
    getset: () => [
      ['block_size', () => blockSize],
      ['digest_size', () => size],
      ['name', () => name],
    ],
    attributes: () => ({ __module__: module }),
  })
  return type
}

/** `sha256(data)`; `string` is an older name of `data`. */
const constructor = ({ name, start }: Digest, type: PyType): Builtin =>
  builtin(
    `${name}($module, /, data=b'', *, usedforsecurity=True, string=None)`,
    (data: Value, _used: Value, text: Value) => {
      const hash = start()
      hash.update(bytesOf(text === null ? data : text))
      return new PyHash(hash, type)
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

defineDigests('_md5', [{ name: 'md5', typeName: 'md5', size: 16, start: () => new Md5() }])
defineDigests('_sha1', [{ name: 'sha1', typeName: 'sha1', size: 20, start: () => new Sha1() }])
defineDigests('_sha2', [
  { name: 'sha224', typeName: 'SHA224Type', size: 28, start: () => new Sha256(224) },
  { name: 'sha256', typeName: 'SHA256Type', size: 32, start: () => new Sha256(256) },
  { name: 'sha384', typeName: 'SHA384Type', size: 48, start: () => new Sha512(384) },
  { name: 'sha512', typeName: 'SHA512Type', size: 64, start: () => new Sha512(512) },
])
