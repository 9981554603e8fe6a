/**
 * A time zone given by a rule, as POSIX has it in TZ: `EST+05EDT,M4.1.0,M10.5.0`. That is a name, how far west of UTC it is, and perhaps the
 * same of summer (else an hour east of the first), with the moments at which summer begins and ends, by the clock that then goes. A
 * moment is a day, and a time (else 02:00): `Mm.w.d`, the w-th weekday d of a month (5: the last); `Jn`, the n-th day of a year that
 * never has a 29th of February; or `n`, the days before it.
 */
import type { HostClock } from '../base/host.ts'

type ZoneAt = HostClock['zone']

const name = '(?:([A-Za-z]{3,})|<([A-Za-z0-9+-]{3,})>)'
const time = String.raw`([+-]?\d{1,3}(?::\d{1,2}){0,2})`
const day = String.raw`(M\d{1,2}\.\d\.\d|J?\d{1,3})(?:/${time})?`
const form = new RegExp(`^:?${name}${time}(?:${name}${time}?(?:,${day},${day})?)?$`)

function seconds(text: string): number {
  const [hours, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number)
  const value = hours! * 3600 + minutes * 60 + rest
  return text.startsWith('-') ? -value : value
}

/** Seconds from 1970 to the day's begin in that year. */
function dayOf(text: string, year: number): number {
  const utc = (month: number, date: number): number => Date.UTC(year, month, date) / 1000
  if (text.startsWith('M')) {
    const [month, week, weekday] = text.slice(1).split('.').map(Number) as [number, number, number]
    const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
    const date = 1 + ((weekday - first + 7) % 7) + (week - 1) * 7
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return utc(month - 1, date > last ? date - 7 : date)
  }
  if (!text.startsWith('J')) return utc(0, 1 + Number(text))
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const n = Number(text.slice(1))
  return utc(0, isLeap && n >= 60 ? n + 1 : n)
}

/** The zone of a rule; null if it is none, but the name of a zone. */
export function zoneOfRule(rule: string): ZoneAt | null {
  const match = form.exec(rule)
  if (match === null) return null
  const [, plain, quoted, offset, summerPlain, summerQuoted, summerOffset] = match
  const standard = { secondsWest: seconds(offset!), isDaylight: false, name: (plain ?? quoted)! }
  const summerName = summerPlain ?? summerQuoted
  if (summerName === undefined) return () => standard
  const secondsWest = summerOffset === undefined ? standard.secondsWest - 3600 : seconds(summerOffset)
  const summer = { secondsWest, isDaylight: true, name: summerName }
  // Without a rule it is that of the United States.
  const [begin = 'M3.2.0', beginTime = '2', end = 'M11.1.0', endTime = '2'] = match.slice(7)
  return milliseconds => {
    const moment = Math.floor(milliseconds / 1000)
    const year = new Date((moment - standard.secondsWest) * 1000).getUTCFullYear()
    const from = dayOf(begin, year) + seconds(beginTime) + standard.secondsWest
    const to = dayOf(end, year) + seconds(endTime) + summer.secondsWest
    const isSummer = from < to ? from <= moment && moment < to : moment < to || from <= moment
    return isSummer ? summer : standard
  }
}
