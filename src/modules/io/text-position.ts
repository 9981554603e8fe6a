/**
 * Positions in a text file. What `tell` answers is opaque to a program: a byte position at which the decoder's state is simple, and what must be
 * done from there (bytes to feed, characters to skip) to be where the program is. The layout of CPython's cookies is
 *
 *     position (64 bits) | decoder's flags (32) | bytes to feed (32) | characters to skip (32) | need end of file (8)
 *
 * As _io_TextIOWrapper_tell_impl and _io_TextIOWrapper_seek_impl (Modules/_io/textio.c).
 */
import { normalize } from '../../base/int.ts'
import { bufferOf } from '../../objects/bytes.ts'
import { callMethod } from '../../objects/call.ts'
import { raise } from '../../objects/exception.ts'
import { osErrorType, overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { asInt } from '../../objects/number.ts'
import { strLength } from '../../objects/str.ts'
import type { Int, Value } from '../../objects/value.ts'
import { unsupported } from './stream.ts'
import type { PyTextIOWrapper } from './text-buffer.ts'
import type { DecoderState, TextDecoding } from './text-decoder.ts'

interface Cookie {
  position: bigint
  flags: bigint
  bytesToFeed: number
  charactersToSkip: number
  needsEnd: boolean
}

function packed({ position, flags, bytesToFeed, charactersToSkip, needsEnd }: Cookie): Int {
  return normalize(
    position |
      (flags << 64n) |
      (BigInt(bytesToFeed) << 96n) |
      (BigInt(charactersToSkip) << 128n) |
      ((needsEnd ? 1n : 0n) << 160n),
  )
}

function unpacked(cookie: bigint): Cookie {
  const bits = (from: bigint, width: number): bigint => BigInt.asUintN(width, cookie >> from)
  return {
    position: bits(0n, 64),
    flags: bits(64n, 32),
    bytesToFeed: Number(bits(96n, 32)),
    charactersToSkip: Number(bits(128n, 32)),
    needsEnd: bits(160n, 8) !== 0n,
  }
}

const nothing = new Uint8Array(0)
const stateOf = (flags: bigint): DecoderState => ({ pending: nothing, flags })

export function tell(self: PyTextIOWrapper): Int {
  const { stream } = self
  if (!self.isSeekable) unsupported('underlying stream is not seekable')
  if (!self.isTelling) raise(osErrorType, 'telling position disabled by next() call')
  self.passOn()
  callMethod(self, 'flush')
  const end = BigInt(asInt(callMethod(stream, 'tell')) ?? 0)
  const { decoder, snapshot } = self
  if (decoder === null || snapshot === null) return normalize(end)
  const { state, input } = snapshot
  const start: Cookie = {
    position: end - BigInt(input.length),
    flags: state.flags,
    bytesToFeed: 0,
    charactersToSkip: self.used,
    needsEnd: false,
  }
  if (start.charactersToSkip === 0) return packed(start)
  const saved = decoder.getState()
  try {
    return packed(search(decoder, input, start, self.bytesPerCharacter))
  } finally {
    decoder.setState(saved)
  }
}

/** Finds the last simple point before the position, and what leads on from it. */
function search(decoder: TextDecoding, input: Uint8Array, cookie: Cookie, bytesPerCharacter: number): Cookie {
  const skipped = jump(
    decoder,
    input,
    cookie,
    Math.min(Math.floor(bytesPerCharacter * cookie.charactersToSkip), input.length),
  )
  if (cookie.charactersToSkip === 0) return cookie
  let fed = 0
  let decoded = 0
  for (let i = skipped; i < input.length; i++) {
    fed++
    decoded += strLength(decoder.decode(input.subarray(i, i + 1), false))
    const { pending, flags } = decoder.getState()
    if (pending.length === 0 && decoded <= cookie.charactersToSkip) {
      cookie.position += BigInt(fed)
      cookie.charactersToSkip -= decoded
      cookie.flags = flags
      fed = decoded = 0
    }
    if (decoded >= cookie.charactersToSkip) return { ...cookie, bytesToFeed: fed }
  }
  decoded += strLength(decoder.decode(nothing, true))
  if (decoded < cookie.charactersToSkip) raise(osErrorType, "can't reconstruct logical file position")
  return { ...cookie, bytesToFeed: fed, needsEnd: true }
}

/** Guesses how far the decoder can run at once, going back while that was too far; answers how many bytes it ran. */
function jump(decoder: TextDecoding, input: Uint8Array, cookie: Cookie, guess: number): number {
  let back = 1
  for (let bytes = guess; bytes > 0; ) {
    decoder.setState(stateOf(cookie.flags))
    const count = strLength(decoder.decode(input.subarray(0, bytes), false))
    if (count <= cookie.charactersToSkip) {
      const { pending, flags } = decoder.getState()
      if (pending.length === 0) {
        cookie.flags = flags
        cookie.charactersToSkip -= count
        cookie.position += BigInt(bytes)
        return bytes
      }
      bytes -= pending.length
      back = 1
    } else {
      bytes -= back
      back *= 2
    }
  }
  decoder.setState(stateOf(cookie.flags))
  return 0
}

export function seek(self: PyTextIOWrapper, target: Value, whence: number): Value {
  const { stream } = self
  if (!self.isSeekable) unsupported('underlying stream is not seekable')
  let cookie = asInt(target)
  if (cookie === undefined) raise(overflowErrorType, 'an integer is required')
  if (whence === 1) {
    if (cookie !== 0) unsupported("can't do nonzero cur-relative seeks")
    cookie = tell(self)
  } else if (whence === 2) {
    if (cookie !== 0) unsupported("can't do nonzero end-relative seeks")
    return seekEnd(self)
  } else if (whence !== 0) raise(valueErrorType, `invalid whence (${whence}, should be 0, 1 or 2)`)
  if (cookie < 0) raise(valueErrorType, `negative seek position ${cookie}`)
  callMethod(self, 'flush')
  const place = unpacked(BigInt(cookie))
  callMethod(stream, 'seek', normalize(place.position))
  self.forgetRead()
  self.snapshot = null
  const { decoder } = self
  if (decoder !== null) {
    if (place.position === 0n && place.flags === 0n) decoder.reset()
    else decoder.setState(stateOf(place.flags))
    self.snapshot = { state: stateOf(place.flags), input: nothing }
    if (place.charactersToSkip > 0) skip(self, decoder, place)
  }
  if (self.encoder !== null)
    callMethod(self.encoder, place.position === 0n ? 'reset' : 'setstate', ...(place.position === 0n ? [] : [0]))
  return cookie
}

function skip(self: PyTextIOWrapper, decoder: TextDecoding, place: Cookie): void {
  const input = bufferOf(callMethod(self.stream, 'read', place.bytesToFeed)) ?? nothing
  self.snapshot = { state: stateOf(place.flags), input: input.slice() }
  self.decoded = decoder.decode(input, place.needsEnd)
  if (strLength(self.decoded) < place.charactersToSkip) raise(osErrorType, "can't restore logical file position")
  self.used = place.charactersToSkip
}

function seekEnd(self: PyTextIOWrapper): Value {
  callMethod(self, 'flush')
  self.forgetRead()
  self.snapshot = null
  self.decoder?.reset()
  const position = callMethod(self.stream, 'seek', 0, 2)
  if (self.encoder !== null)
    callMethod(self.encoder, position === 0 ? 'reset' : 'setstate', ...(position === 0 ? [] : [0]))
  return position
}
