/**
 * Chinese, Japanese and Korean character sets of two bytes a character, by what the host's `TextDecoder` makes of them.
 *
 * Tables of some 20,000 rows each, which every browser and Node has already, under the names of the Encoding Standard. At the edges hosts do not agree
 * with one another nor with CPython: so what a set has not is named here by ranges of codes, and what it has in another way by pairs. A row
 * is made when its lead byte first comes, all of them when text is first encoded.
 */

export interface Facts {
  /** The name for `TextDecoder`. */
  readonly host: string
  /** Goes before each code of the set. */
  readonly prefix?: number
  readonly firstTrail?: number
  /** Codes that the set has not, whatever the host says, as `from-to`. */
  readonly without?: string
  /**
   * `code:character` where hosts say something else; `code<character` where only encoding knows it, `code>character` where only decoding does;
   * `code+count:character` for as many codes and characters in a row.
   */
  readonly changes?: string
  /** Whether codes may mean characters of private use. */
  readonly hasPrivate?: boolean
  /** Whether syllables that the host's table lacks follow in the free places, in their own order. */
  readonly hasAllSyllables?: boolean
}

const big5 =
  'a451<5341 a4ca<5345 c6a1:30fe c6a2+2:309d c6a4:3005 c6a5+83:3041 c6f8+86:30a1 c7b1+2:414 c7b3:401 c7b4+7:416 c7bb+19:423 c7ce:451 c7cf+26:436 c7e9+10:2460 c7f3+10:2474'
const japanese = '8160:301c 8161:2016 817c:2212 8191:a2 8192:a3 81ca:ac'

export const sets = {
  gb2312: {
    host: 'gbk',
    firstTrail: 0xa1,
    without: '8140-a0fe a2a1-a2b0 a6e0-a6fe a8bb-a8c4 f840-fefe',
    changes: 'a1a4:30fb a1aa:2015',
  },
  gbk: { host: 'gbk' },
  gb18030: {
    host: 'gb18030',
    hasPrivate: true,
    changes:
      'a3a0:e5e5 a6d9:e78d a6da:e78e a6db:e78f a6dc:e790 a6dd:e791 a6de:e792 a6df:e793 a6ec:e794 a6ed:e795 a6f3:e796 a8bc:e7c7 fe59:e81e fe61:e826 fe66:e82b fe67:e82c fe6d:e832 fe7e:e843 fe90:e854 fea0:e864',
  },
  shift_jis: { host: 'shift_jis', without: '8740-879c ed40-fcfc', changes: japanese },
  cp932: { host: 'shift_jis', hasPrivate: true, changes: japanese.replaceAll(':', '<') },
  jisx0208: {
    host: 'euc-jp',
    without: '8ea1-8efe ada1-adfe f9a1-fcfe',
    changes: 'a1c1:301c a1c2:2016 a1dd:2212 a1f1:a2 a1f2:a3 a2cc:ac',
  },
  jisx0212: { host: 'euc-jp', prefix: 0x8f, without: 'f3a1-f4fe', changes: 'a2b7>7e' },
  euc_kr: { host: 'euc-kr', without: '8140-a0fe a4d4-a4d4', changes: 'a2e6:20ac a2e7:ae a4d4<3164' },
  cp949: { host: 'euc-kr', hasAllSyllables: true, changes: 'a2e6:20ac a2e7:ae' },
  big5: {
    host: 'big5',
    without: '8140-a0fe a3c0-a3fe c6a1-c8fe f9d6-fefe',
    changes: `${big5} a145:2022 a14e:ff64 a1c2:203e a1e3:223c a1f2:2641 a1f3:2609 a241:ff0f a242:ff3c a244:a5 a246:a2 a247:a3`,
  },
  cp950: {
    host: 'big5',
    without: '8140-a0fe c6a1-c8fe fa40-fefe',
    changes: `${big5} a145<2022 a14e<ff64 a1c2<203e a1e3<223c a1f2<2641 a1f3<2609 a244<a5 a246<a2 a247<a3`,
  },
} as const satisfies Record<string, Facts>

const hex = (text: string): number => Number.parseInt(text, 16)
const rangesOf = (text = ''): number[][] => text.split(' ').map(range => range.split('-').map(hex))
const isPrivate = (point: number): boolean => point >= 0xe000 && point < 0xf900
const isSyllable = (point: number): boolean => point >= 0xac00 && point <= 0xd7a3

interface Change {
  readonly code: number
  readonly how: string
  readonly point: number
}

function changesOf(text = ''): Change[] {
  const changes: Change[] = []
  for (const [, first, count, how, point] of text.matchAll(/(\w+)(?:\+(\d+))?([:<>])(\w+)/g)) {
    let code = hex(first!)
    for (let i = 0; i < Number(count ?? 1); i++) {
      changes.push({ code, how: how!, point: hex(point!) + i })
      // The places of Big5.
      code += (code & 255) === 0x7e ? 0x23 : (code & 255) === 0xfe ? 0x42 : 1
    }
  }
  return changes
}

export class Charset {
  readonly #facts: Facts
  readonly #decoder: TextDecoder
  readonly #rows: (Uint16Array | undefined)[] = []
  readonly #without: readonly number[][]
  readonly #changes: readonly Change[]
  #codes: Map<number, number> | null = null

  /** Throws a RangeError if the host has no such decoder. */
  constructor(facts: Facts) {
    this.#facts = facts
    this.#decoder = new TextDecoder(facts.host)
    this.#without = rangesOf(facts.without)
    this.#changes = changesOf(facts.changes)
    if (facts.hasAllSyllables === true) this.#placeSyllables()
  }

  /** The character, or 0. */
  point(lead: number, trail: number): number {
    return (this.#rows[lead] ??= this.#row(lead))[trail]!
  }

  /** The code of two bytes. */
  code(point: number): number | undefined {
    return (this.#codes ??= this.#allCodes()).get(point)
  }

  #row(lead: number): Uint16Array {
    const row = new Uint16Array(256)
    const { prefix, hasPrivate, firstTrail = 0x40 } = this.#facts
    for (let trail = firstTrail; trail < 0xff; trail++) {
      const code = lead * 256 + trail
      if (this.#without.some(range => code >= range[0]! && code <= range[1]!)) continue
      const bytes = prefix === undefined ? [lead, trail] : [prefix, lead, trail]
      const text = this.#decoder.decode(Uint8Array.from(bytes))
      const point = text.charCodeAt(0)
      if (text.length !== 1 || point === 0xfffd || (isPrivate(point) && hasPrivate !== true)) continue
      row[trail] = point
    }
    for (const { code, how, point } of this.#changes) if (code >> 8 === lead && how !== '<') row[code & 255] = point
    return row
  }

  #allCodes(): Map<number, number> {
    const codes = new Map<number, number>()
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        const point = this.point(lead, trail)
        if (point !== 0 && !codes.has(point)) codes.set(point, lead * 256 + trail)
      }
    }
    for (const { code, how, point } of this.#changes) {
      if (how === '>') codes.delete(point)
      else codes.set(point, code)
    }
    return codes
  }

  /** Unified Hangul Code: beside the syllables of KS X 1001 all others, each in the next place that has letters or 8-bit codes at the sides of that set. */
  #placeSyllables(): void {
    const known = new Set<number>()
    for (let lead = 0xb0; lead <= 0xc8; lead++)
      for (let trail = 0xa1; trail < 0xff; trail++) known.add(this.point(lead, trail))
    let next = 0xac00
    for (let lead = 0x81; lead <= 0xc6; lead++) {
      const row = (this.#rows[lead] ??= this.#row(lead))
      if (lead < 0xa1) row.fill(0)
      for (let trail = 0x41; trail < (lead < 0xa1 ? 0xff : 0xa1); trail++) {
        if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue
        while (known.has(next)) next++
        row[trail] = isSyllable(next) ? next++ : 0
      }
    }
  }
}
