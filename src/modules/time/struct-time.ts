/** time.struct_time: what functions of time take and give. As gettmarg and checktm of Modules/timemodule.c. */
import { raise, raiseTypeError } from '../../objects/exception.ts'
import { overflowErrorType, valueErrorType } from '../../objects/exception-types.ts'
import { indexOf } from '../../objects/operators.ts'
import { asStr, textOf } from '../../objects/str.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeOf } from '../../objects/builtin-types.ts'
import type { Value } from '../../objects/value.ts'
import { makeStructSequence, PyStructSequence, structSequenceType } from '../../builtins/struct-sequence.ts'
import type { BrokenTime } from './calendar.ts'

export const structTimeType = structSequenceType('struct_time', {
  module: 'time',
  doc: 'The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.',
  fields: [
    ['tm_year', 'year, for example, 1993'],
    ['tm_mon', 'month of year, range [1, 12]'],
    ['tm_mday', 'day of month, range [1, 31]'],
    ['tm_hour', 'hours, range [0, 23]'],
    ['tm_min', 'minutes, range [0, 59]'],
    ['tm_sec', 'seconds, range [0, 61])'],
    ['tm_wday', 'day of week, range [0, 6], Monday is 0'],
    ['tm_yday', 'day of year, range [1, 366]'],
    ['tm_isdst', '1 if summer time is in effect, 0 if not, and -1 if unknown'],
    ['tm_zone', 'abbreviation of timezone name'],
    ['tm_gmtoff', 'offset from UTC in seconds'],
  ],
  visible: 9,
})

export interface TimeArgument extends BrokenTime {
  /** Above 0 in summer time, 0 else, below 0 if unknown. */
  readonly summer: number
  /** What the struct_time says of its zone; null without. */
  readonly zoneName: string | null
  readonly zoneOffset: number | null
}

export function structTime(time: BrokenTime, summer: number, zoneName: string, zoneOffset: number): Value {
  const { year, month, day, hour, minute, second, weekday, yearDay } = time
  return makeStructSequence(structTimeType, [
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday,
    yearDay,
    summer,
    zoneName,
    zoneOffset,
  ])
}

function fieldOf(value: Value): number {
  if (typeof value === 'number' && value === (value | 0)) return value
  const index = indexOf(value, () => `'${typeOf(value).name}' object cannot be interpreted as an integer`)
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    raise(overflowErrorType, 'Python int too large to convert to C long')
  if (index > 2 ** 31 - 1) raise(overflowErrorType, 'signed integer is greater than maximum')
  if (index < -(2 ** 31)) raise(overflowErrorType, 'signed integer is less than minimum')
  return Number(index)
}

/** The argument of `name`, a tuple of nine ints. Nothing is checked to be in range yet. */
export function timeArgument(value: Value, name: string): TimeArgument {
  if (!(value instanceof PyTuple)) raiseTypeError('Tuple or struct_time argument required')
  if (value.items.length !== 9) raiseTypeError(`${name}(): illegal time tuple argument`)
  const [year, month, day, hour, minute, second, weekday, yearDay, summer] = value.items.map(fieldOf) as number[]
  if (year! < 1900 - 2 ** 31) raise(overflowErrorType, 'year out of range')
  const isStruct = value instanceof PyStructSequence && value.type === structTimeType
  const zone = isStruct ? asStr(value.field(9)) : undefined
  const offset = isStruct ? value.field(10) : null
  return {
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    second: second!,
    weekday: weekday!,
    yearDay: yearDay!,
    summer: summer!,
    zoneName: zone === undefined ? null : textOf(zone),
    zoneOffset: offset === null ? null : Number(indexOf(offset)),
  }
}

/** The same with each field in its range; 0 stands for 1 in what counts from 1. */
export function checkRanges(time: TimeArgument): TimeArgument {
  const month = time.month === 0 ? 1 : time.month
  const day = time.day === 0 ? 1 : time.day
  const yearDay = time.yearDay === 0 ? 1 : time.yearDay
  const isBad = (value: number, low: number, high: number): boolean => value < low || value > high
  if (isBad(month, 1, 12)) raise(valueErrorType, 'month out of range')
  if (isBad(day, 1, 31)) raise(valueErrorType, 'day of month out of range')
  if (isBad(time.hour, 0, 23)) raise(valueErrorType, 'hour out of range')
  if (isBad(time.minute, 0, 59)) raise(valueErrorType, 'minute out of range')
  if (isBad(time.second, 0, 61)) raise(valueErrorType, 'seconds out of range')
  // In C the day of the week comes from a remainder, which is negative below −1 only.
  if (time.weekday < -1) raise(valueErrorType, 'day of week out of range')
  if (isBad(yearDay, 1, 366)) raise(valueErrorType, 'day of year out of range')
  return { ...time, month, day, yearDay, weekday: (time.weekday + 7) % 7 }
}
