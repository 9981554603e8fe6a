/** The time zone that the engine is set to. */
import type { HostClock } from '../base/host.ts'

type Zone = ReturnType<HostClock['zone']>

/** Answers by quarter of an hour: since 1973 clocks are put forward or back only where one begins. What is no time forgets them (tzset). */
const known = new Map<number, Zone>()
const quarterHour = 900_000
const firstKnown = Date.UTC(1973)
const mostKnown = 64

export const localZone: HostClock['zone'] = milliseconds => {
  const quarter = Math.floor(milliseconds / quarterHour)
  const before = known.get(quarter)
  if (before !== undefined) return before
  const zone = findZone(milliseconds)
  if (known.size === mostKnown || Number.isNaN(milliseconds)) known.clear()
  if (Number.isNaN(milliseconds)) formatters.length = 0
  if (milliseconds >= firstKnown) known.set(quarter, zone)
  return zone
}

function findZone(milliseconds: number): Zone {
  const date = new Date(milliseconds)
  const year = date.getFullYear()
  const west = (month: number): number => new Date(year, month, 1).getTimezoneOffset() * 60
  const secondsWest = date.getTimezoneOffset() * 60
  const standard = Math.max(west(0), west(6))
  let name: string | undefined
  return {
    secondsWest,
    isDaylight: secondsWest < standard,
    // Only when asked for: the engine's tables of names take longer to load than Python to start.
    get name() {
      return (name ??=
        secondsWest === 0 && date.toString().endsWith('(Coordinated Universal Time)') ? 'UTC' : zoneName(date))
    },
  }
}

/** Each knows the abbreviations that are usual where it is spoken. */
const locales = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA', 'en-KE', 'ja-JP']
const formatters: Intl.DateTimeFormat[] = []

/** `CET`, `UTC`: the abbreviation where the engine knows one, else an offset as `+03`. */
function zoneName(date: Date): string {
  let offset: RegExpExecArray | null = null
  for (let i = 0; i < locales.length; i++) {
    formatters[i] ??= new Intl.DateTimeFormat(locales[i], { timeZoneName: 'short' })
    const part = formatters[i]!.formatToParts(date).find(each => each.type === 'timeZoneName')
    const name = part?.value ?? 'UTC'
    const match = /^GMT([+-])(\d+)(?::(\d+))?$/.exec(name)
    if (match === null) return name
    offset ??= match
  }
  return `${offset![1]}${offset![2]!.padStart(2, '0')}${offset![3] ?? ''}`
}
