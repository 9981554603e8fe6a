/** The local time zone, as the host knows it. */
import { raise } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { asFloat } from '../../objects/number.ts'
import { indexOf } from '../../objects/operators.ts'
import { breakDown, daysFromDate } from './calendar.ts'
import { structTime, type TimeArgument } from './struct-time.ts'

export const zoneAt = (seconds: number): ReturnType<typeof vm.host.clock.zone> => vm.host.clock.zone(seconds * 1000)

const now = (): number => Math.floor(Number(vm.host.clock.now()) / 1e9)

/** A moment given in seconds, rounded down; now for None. */
export function momentOf(value: Value): number {
  if (value === null) return now()
  const float = asFloat(value)
  if (float !== undefined && Number.isNaN(float)) raise(valueErrorType, 'Invalid value NaN (not a number)')
  const seconds = Math.floor(float ?? Number(indexOf(value)))
  // Beyond this the year is no longer a C int.
  if (Math.abs(seconds) > 6.77e16) raise(overflowErrorType, 'timestamp out of range for platform time_t')
  return seconds
}

export const utcTime = (seconds: number): Value => structTime(breakDown(seconds), 0, 'UTC', 0)

export function localTime(seconds: number): Value {
  const { secondsWest, isDaylight, name } = zoneAt(seconds)
  return structTime(breakDown(seconds - secondsWest), isDaylight ? 1 : 0, name, -secondsWest)
}

/** `time.mktime`: the moment at which the local clock shows that; fields may lie outside their ranges. */
export function momentOfLocal(time: TimeArgument): number {
  const shown =
    daysFromDate(time.year, time.month, time.day) * 86400 + time.hour * 3600 + time.minute * 60 + time.second
  // Beyond what a Date may be.
  if (Math.abs(shown) > 8.64e12 - 2 * 86400) raise(overflowErrorType, 'mktime argument out of range')
  const candidates = [zoneAt(shown - 86400), zoneAt(shown + 86400)].map(zone => shown + zone.secondsWest)
  const fitting = candidates.filter(moment => moment - zoneAt(moment).secondsWest === shown)
  const wanted = fitting.find(moment => time.summer >= 0 && zoneAt(moment).isDaylight === time.summer > 0)
  if (wanted !== undefined) return wanted
  if (time.summer < 0 || fitting.length === 0) return fitting[0] ?? candidates[0]!
  // The flag contradicts the season: the clock is read an hour off.
  return fitting[0]! + (time.summer > 0 ? -3600 : 3600)
}

export interface ZoneNames {
  readonly timezone: number
  readonly altzone: number
  readonly daylight: number
  readonly names: readonly [string, string]
}

/** `time.timezone` and its kin: from winter and summer of this year. */
export function zoneNames(): ZoneNames {
  const { year } = breakDown(now())
  const january = zoneAt(daysFromDate(year, 1, 1) * 86400)
  const july = zoneAt(daysFromDate(year, 7, 1) * 86400)
  const [standard, summer] = january.secondsWest < july.secondsWest ? [july, january] : [january, july]
  return {
    timezone: standard.secondsWest,
    altzone: summer.secondsWest,
    daylight: standard.secondsWest === summer.secondsWest ? 0 : 1,
    get names() {
      return [standard.name, summer.name] as const
    },
  }
}
