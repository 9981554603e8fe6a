/**
 * The Gregorian calendar, extended in both directions, in numbers: days since 1970 and dates. After Howard Hinnant's
 * days_from_civil and civil_from_days, whose years begin in March.
 */

/** A moment, broken down as C's `struct tm`, but with the full year, and the month from 1. */
export interface BrokenTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Monday is 0. */
  readonly weekday: number
  /** From 1. */
  readonly yearDay: number
}

const daysBefore400Years = 146097

/** Days from 1970-01-01 to a date; the month may lie outside 1 to 12, the day outside the month. */
export function daysFromDate(year: number, month: number, day: number): number {
  year += Math.floor((month - 1) / 12)
  month = ((((month - 1) % 12) + 12) % 12) + 1
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysBefore400Years + dayOfEra - 719468
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** A moment in seconds since 1970, broken down. */
export function breakDown(seconds: number): BrokenTime {
  const days = Math.floor(seconds / 86400)
  const rest = seconds - days * 86400
  const shifted = days + 719468
  const era = Math.floor(shifted / daysBefore400Years)
  const dayOfEra = shifted - era * daysBefore400Years
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: (((days + 3) % 7) + 7) % 7,
    yearDay: days - daysFromDate(year, 1, 1) + 1,
  }
}

/** The year and number of the ISO week that the day belongs to. */
export function isoWeek({ year, yearDay, weekday }: BrokenTime): { readonly year: number; readonly week: number } {
  // The Thursday of a week decides its year.
  const week = Math.floor((yearDay - 1 - weekday + 10) / 7)
  if (week < 1) return { year: year - 1, week: weeksIn(year - 1) }
  return week > weeksIn(year) ? { year: year + 1, week: 1 } : { year, week }
}

function weeksIn(year: number): number {
  const lastWeekday = (((daysFromDate(year, 12, 31) + 3) % 7) + 7) % 7
  return lastWeekday === 3 || (lastWeekday === 4 && isLeapYear(year)) ? 53 : 52
}
