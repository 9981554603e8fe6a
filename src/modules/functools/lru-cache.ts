// Hot.
/**
 * functools.lru_cache: the callable around the cached function. As Modules/_functoolsmodule.c.
 *
 * The cache is a dict from the arguments to a link that holds the result; the links of a cache with a limit form a ring, the
 * least recently used one after its root. A single int or str is its own key, other arguments make a tuple.
 */
import { add } from '../../base/int.ts'
import { builtinType, objectType, typeOf } from '../../objects/builtin-types.ts'
import { call } from '../../objects/call.ts'
import { PyMethod } from '../../objects/callable.ts'
import { defineType } from '../../objects/define.ts'
import { PyDict } from '../../objects/dict.ts'
import { raised, raiseTypeError } from '../../objects/exception.ts'
import { typeErrorType } from '../../objects/exception-types.ts'
import { hashOf } from '../../objects/hash.ts'
import { lookupAttribute } from '../../objects/attribute.ts'
import { asInt } from '../../objects/number.ts'
import { ssizeArgument } from '../../objects/operators.ts'
import { builtin } from '../../objects/signature.ts'
import type { KeywordNames } from '../../objects/slots.ts'
import { strOf } from '../../objects/str.ts'
import { truth } from '../../objects/truth.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { type PyType, TypeFlags } from '../../objects/type.ts'
import { PyObject, type Value } from '../../objects/value.ts'
import { dictGetSet } from '../../builtins/object-dict.ts'
import { enterDeep } from '../../interpreter/called-builtin.ts'

export const lruCacheType = builtinType('_lru_cache_wrapper', {
  module: 'functools',
  flags: TypeFlags.dict | TypeFlags.weakref,
})

class Link extends PyObject {
  key: Value
  result: Value
  previous: Link
  next: Link
  constructor(key: Value, result: Value) {
    super(objectType)
    this.key = key
    this.result = result
    this.previous = this
    this.next = this
  }

  detach(): void {
    this.previous.next = this.next
    this.next.previous = this.previous
  }

  /** Becomes the most recently used: the one before the root. */
  attachBefore(root: Link): void {
    this.previous = root.previous
    this.next = root
    root.previous.next = this
    root.previous = this
  }
}

class PyLruCache extends PyObject {
  readonly func: Value
  /** −1 for no limit. */
  readonly maxsize: number
  readonly typed: boolean
  readonly infoType: Value
  readonly cache: PyDict
  readonly root: Link
  hits: number
  misses: number
  constructor(func: Value, maxsize: number, typed: boolean, infoType: Value, type: PyType) {
    super(type)
    this.func = func
    this.maxsize = maxsize
    this.typed = typed
    this.infoType = infoType
    this.cache = new PyDict()
    this.root = new Link(null, null)
    this.hits = 0
    this.misses = 0
  }
}

/** Stands between positional and keyword arguments in a key. */
const keywordMark = new PyObject(objectType)

function keyOf(self: PyLruCache, args: Value[], keywords: KeywordNames): Value {
  if (!self.typed && keywords === null) {
    if (args.length === 1) {
      const only = args[0]!
      if (typeof only === 'number' || typeof only === 'string' || typeof only === 'bigint') return only
    }
    return new PyTuple(args.slice())
  }
  const named = keywords === null ? 0 : keywords.length
  const given = args.length - named
  const key = args.slice(0, given)
  if (named > 0) {
    key.push(keywordMark)
    for (let i = 0; i < named; i++) key.push(strOf(keywords![i]!), args[given + i]!)
  }
  if (self.typed) for (const arg of args) key.push(typeOf(arg))
  return new PyTuple(key)
}

lruCacheType.call = (self: PyLruCache, args, keywords) => {
  if (keywords !== null && keywords.length === 0) keywords = null
  if (self.maxsize === 0) {
    self.misses++
    enterDeep(self, self.func, args, keywords, result => result)
    return call(self.func, args, keywords)
  }
  const key = keyOf(self, args, keywords)
  return self.maxsize < 0 ? callUnlimited(self, key, args, keywords) : callLimited(self, key, args, keywords)
}

function callUnlimited(self: PyLruCache, key: Value, args: Value[], keywords: KeywordNames): Value {
  const { cache } = self
  const at = find(cache, key)
  if (at >= 0) {
    self.hits++
    return cache.values[at]!
  }
  self.misses++
  const end = (result: Value) => {
    cache.set(key, result)
    return result
  }
  enterDeep(self, self.func, args, keywords, end)
  return end(call(self.func, args, keywords))
}

function callLimited(self: PyLruCache, key: Value, args: Value[], keywords: KeywordNames): Value {
  const { cache, root } = self
  const at = find(cache, key)
  if (at >= 0) {
    const link = cache.values[at] as Link
    link.detach()
    link.attachBefore(root)
    self.hits++
    return link.result
  }
  self.misses++
  enterDeep(self, self.func, args, keywords, result => remember(self, key, result))
  return remember(self, key, call(self.func, args, keywords))
}

function remember(self: PyLruCache, key: Value, result: Value): Value {
  const { cache, root } = self
  // The call may have cached this very key.
  if (cache.find(key) >= 0) return result
  if (cache.size >= self.maxsize) {
    const oldest = root.next
    oldest.detach()
    cache.delete(oldest.key)
  }
  const link = new Link(key, result)
  cache.set(key, link)
  link.attachBefore(root)
  return result
}

/** The cache says of an unhashable argument what `hash()` would, not that it is no dict key. */
function find(cache: PyDict, key: Value): number {
  try {
    return cache.find(key)
  } catch (thrown) {
    if (raised(thrown).type === typeErrorType) hashOf(key)
    throw thrown
  }
}

lruCacheType.descrGet = (self: PyLruCache, instance) =>
  instance === undefined || instance === null ? self : new PyMethod(self, instance)

const construct = builtin(
  'lru_cache($type, user_function, maxsize, typed, cache_info_type)',
  (type: PyType, func: Value, limit: Value, typed: Value, infoType: Value) => {
    if (typeOf(func).call === null) raiseTypeError('the first argument must be callable')
    let maxsize = -1
    if (limit !== null) {
      if (asInt(limit) === undefined && typeOf(limit).index === null)
        raiseTypeError('maxsize should be integer or None')
      maxsize = Math.max(ssizeArgument(limit), 0)
    }
    return new PyLruCache(func, maxsize, truth(typed), infoType, type)
  },
)
lruCacheType.new = (type, args, keywords) => construct.call(type, args, keywords)

function cacheInfo(self: PyLruCache): Value {
  const maxsize = self.maxsize < 0 ? null : self.maxsize
  return call(self.infoType, [add(self.hits, 0), add(self.misses, 0), maxsize, self.cache.size])
}

function cacheClear(self: PyLruCache): void {
  self.hits = 0
  self.misses = 0
  self.root.next = self.root
  self.root.previous = self.root
  self.cache.clear()
}

defineType(lruCacheType, {
  doc: `Create a cached callable that wraps another function.

user_function:      the function being cached

maxsize:  0         for no caching
          None      for unlimited cache size
          n         for a bounded cache

typed:    False     cache f(3) and f(3.0) as identical calls
          True      cache f(3) and f(3.0) as distinct calls

cache_info_type:    namedtuple class with the fields:
                        hits misses currsize maxsize
`,
  methods: () => [
    builtin('cache_info($self, /)', cacheInfo, 'Report cache statistics'),
    builtin('cache_clear($self, /)', cacheClear, 'Clear the cache and cache statistics'),
    builtin('__reduce__($self, /)', (self: PyLruCache) => lookupAttribute(self, '__qualname__')),
    builtin('__copy__($self, /)', (self: PyLruCache) => self),
    builtin('__deepcopy__($self, memo, /)', (self: PyLruCache) => self),
  ],
  getset: () => [dictGetSet],
  attributes: () => ({ __module__: 'functools' }),
})
