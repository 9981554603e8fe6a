/** `time.strftime` in the C locale, with the conversions and flags of the usual C library. */
import { type BrokenTime, daysFromDate, isoWeek } from './calendar.ts'

export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export interface ZonedTime extends BrokenTime {
  readonly zoneName: string
  /** Seconds east of UTC. */
  readonly zoneOffset: number
}

/** A number with how wide it is and what fills it. */
type Field = string | readonly [value: number, width: number, fill: '0' | ' ' | '']

const twelve = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12)

function offsetText(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  return `${seconds < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}

const conversions: Readonly<Record<string, (t: ZonedTime) => Field>> = {
  a: t => dayNames[t.weekday]!.slice(0, 3),
  A: t => dayNames[t.weekday]!,
  b: t => monthNames[t.month - 1]!.slice(0, 3),
  B: t => monthNames[t.month - 1]!,
  c: t => format('%a %b %e %H:%M:%S %Y', t),
  C: t => [Math.floor(t.year / 100), 2, '0'],
  d: t => [t.day, 2, '0'],
  D: t => format('%m/%d/%y', t),
  e: t => [t.day, 2, ' '],
  F: t => format('%Y-%m-%d', t),
  g: t => [((isoWeek(t).year % 100) + 100) % 100, 2, '0'],
  G: t => [isoWeek(t).year, 1, ''],
  h: t => monthNames[t.month - 1]!.slice(0, 3),
  H: t => [t.hour, 2, '0'],
  I: t => [twelve(t.hour), 2, '0'],
  j: t => [t.yearDay, 3, '0'],
  k: t => [t.hour, 2, ' '],
  l: t => [twelve(t.hour), 2, ' '],
  m: t => [t.month, 2, '0'],
  M: t => [t.minute, 2, '0'],
  n: () => '\n',
  p: t => (t.hour < 12 ? 'AM' : 'PM'),
  P: t => (t.hour < 12 ? 'am' : 'pm'),
  r: t => format('%I:%M:%S %p', t),
  R: t => format('%H:%M', t),
  s: t => String(secondsOf(t)),
  S: t => [t.second, 2, '0'],
  t: () => '\t',
  T: t => format('%H:%M:%S', t),
  u: t => [t.weekday + 1, 1, ''],
  U: t => [Math.floor((t.yearDay + 6 - ((t.weekday + 1) % 7)) / 7), 2, '0'],
  V: t => [isoWeek(t).week, 2, '0'],
  w: t => [(t.weekday + 1) % 7, 1, ''],
  W: t => [Math.floor((t.yearDay + 6 - t.weekday) / 7), 2, '0'],
  x: t => format('%m/%d/%y', t),
  X: t => format('%H:%M:%S', t),
  y: t => [((t.year % 100) + 100) % 100, 2, '0'],
  Y: t => [t.year, 1, ''],
  z: t => offsetText(t.zoneOffset),
  Z: t => t.zoneName,
  '%': () => '%',
}

const secondsOf = (t: ZonedTime): number =>
  daysFromDate(t.year, t.month, t.day) * 86400 + t.hour * 3600 + t.minute * 60 + t.second - t.zoneOffset

/** `%`, flags, a width, a modifier without meaning in the C locale, a conversion. */
const directive = /%([-_0^#]*)(\d*)([EO]?)(.?)/gsu

type Piece = string | ((t: ZonedTime) => string)

const known = new Map<string, readonly Piece[]>()
const mostKnown = 64

export function format(pattern: string, time: ZonedTime): string {
  let pieces = known.get(pattern)
  if (pieces === undefined) {
    pieces = piecesOf(pattern)
    if (known.size === mostKnown) known.clear()
    known.set(pattern, pieces)
  }
  let text = ''
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    text += typeof piece === 'string' ? piece : piece(time)
  }
  return text
}

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: text, 1: flags, 2: width, 4: letter, index } of pattern.matchAll(directive)) {
    if (!Object.hasOwn(conversions, letter!)) continue
    const convert = conversions[letter!]!
    pieces.push(
      pattern.slice(end, index),
      flags === '' && width === '' ? time => plain(convert(time)) : time => pad(convert(time), flags!, width!),
    )
    end = index + text.length
  }
  pieces.push(pattern.slice(end))
  return pieces
}

function plain(field: Field): string {
  if (typeof field === 'string') return field
  const [value, width, fill] = field
  if (value < 0 || width > 2) return pad(field, '', '')
  return width === 2 && value < 10 ? `${fill}${value}` : String(value)
}

function pad(field: Field, flags: string, width: string): string {
  let text = typeof field === 'string' ? field : String(Math.abs(field[0]))
  const sign = typeof field !== 'string' && field[0] < 0 ? '-' : ''
  let fill = typeof field === 'string' ? ' ' : field[2]
  if (flags.includes('-')) fill = ''
  if (flags.includes('_')) fill = ' '
  if (flags.includes('0')) fill = '0'
  if (width !== '' && fill === '') fill = '0'
  const length = width !== '' ? Number(width) : typeof field === 'string' ? 0 : field[1]
  if (fill !== '') text = text.padStart(length - sign.length, fill)
  text = sign + text
  if (flags.includes('^')) return text.toUpperCase()
  return flags.includes('#') ? swapCase(text) : text
}

const swapCase = (text: string): string => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase())
