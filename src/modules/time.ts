/** The module time, over the host's clock. As Modules/timemodule.c. */
import { defineModule } from '../objects/builtin-module.ts'
import { call } from '../objects/call.ts'
import { type PyBaseException, raise, raiseTypeError } from '../objects/exception.ts'
import { attributeErrorType, osErrorType, valueErrorType } from '../objects/exception-types.ts'
import { hooks } from '../objects/hooks.ts'
import { assignAttribute, lookupAttribute } from '../objects/attribute.ts'
import { simpleNamespaceType } from '../objects/builtin-types.ts'
import { type Builtin, builtin } from '../objects/signature.ts'
import { strOf } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { normalize } from '../base/int.ts'
import { PyFloat, type Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { checkCount } from '../builtins/constructor-arguments.ts'
import { rawBuiltin } from '../builtins/raw-builtin.ts'
import { canSuspend, waitFor } from '../interpreter/suspension.ts'
import { waitUntil } from '../interpreter/threads.ts'
import { secondsOf } from './thread/timeout.ts'
import { dayNames, format, monthNames, type ZonedTime } from './time/format.ts'
import { checkRanges, structTimeType, timeArgument, type TimeArgument } from './time/struct-time.ts'
import { localTime, momentOf, momentOfLocal, utcTime, zoneAt, zoneNames } from './time/zone.ts'

type ReadClock = () => bigint

const realTime: ReadClock = () => vm.host.clock.now()
const monotonic: ReadClock = () => vm.host.clock.monotonic()
const processTime: ReadClock = () => vm.host.clock.processTime()

/** Clock numbers are Linux's. */
const clocks: Readonly<Record<string, readonly [id: number, read: ReadClock]>> = {
  CLOCK_REALTIME: [0, realTime],
  CLOCK_MONOTONIC: [1, monotonic],
  CLOCK_PROCESS_CPUTIME_ID: [2, processTime],
  CLOCK_THREAD_CPUTIME_ID: [3, processTime],
  CLOCK_MONOTONIC_RAW: [4, monotonic],
  CLOCK_BOOTTIME: [7, monotonic],
  CLOCK_TAI: [11, realTime],
}

function osError(number: number, text: string): never {
  throw call(osErrorType, [number, text]) as PyBaseException
}

function clockOf(id: number): ReadClock {
  const clock = Object.values(clocks).find(([each]) => each === id)
  if (clock === undefined) osError(22, 'Invalid argument')
  return clock[1]
}

const seconds = (read: ReadClock): Value => new PyFloat(Number(read()) / 1e9)
const nanoseconds = (read: ReadClock): Value => normalize(read())

const clockFunctions = (name: string, read: ReadClock, doc: string): Builtin[] => [
  builtin(`${name}($module, /)`, () => seconds(read), `${name}() -> float\n\n${doc}`),
  builtin(`${name}_ns($module, /)`, () => nanoseconds(read), `${name}_ns() -> int\n\n${doc} In nanoseconds.`),
]

/** What `get_clock_info` says: the C function that CPython would name, whether it never goes back, whether it can be set. */
const clockInfo: Readonly<Record<string, readonly [implementation: string, monotonic: boolean, adjustable: boolean]>> =
  {
    time: ['clock_gettime(CLOCK_REALTIME)', false, true],
    monotonic: ['clock_gettime(CLOCK_MONOTONIC)', true, false],
    perf_counter: ['clock_gettime(CLOCK_MONOTONIC)', true, false],
    process_time: ['clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', true, false],
    thread_time: ['clock_gettime(CLOCK_THREAD_CPUTIME_ID)', true, false],
  }

function getClockInfo(name: string): Value {
  const info = Object.hasOwn(clockInfo, name) ? clockInfo[name] : undefined
  if (info === undefined) raise(valueErrorType, 'unknown clock')
  return call(
    simpleNamespaceType,
    [info[0], info[1], info[2], new PyFloat(1e-9)],
    ['implementation', 'monotonic', 'adjustable', 'resolution'],
  )
}

function sleep(duration: Value): Value {
  const time = secondsOf(duration, undefined, 'integer or float')
  if (time < 0) raise(valueErrorType, 'sleep length must be non-negative')
  const { clock } = vm.host
  if (clock.wait !== undefined && canSuspend() && vm.nativeDepth === 1)
    waitFor(
      sleepFunction,
      clock.wait(time * 1000).then(() => null),
    )
  return waitUntil(
    sleepFunction,
    () => false,
    time,
    () => null,
  )
}

const sleepFunction: Builtin = builtin(
  'sleep($module, object, /)',
  sleep,
  'sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be\na floating-point number for subsecond precision.',
)

/** A function with one optional argument, a moment or a time tuple, which None stands for as well. */
function optional(name: string, apply: (value: Value) => Value, doc: string): Builtin {
  return rawBuiltin(
    `${name}($module, arg=None, /)`,
    (args, keywords) => {
      if (keywords !== null && keywords.length > 0) raiseTypeError(`time.${name}() takes no keyword arguments`)
      checkCount(name, args, 0, 1)
      return apply(args[0] ?? null)
    },
    doc,
  )
}

/** `Mon Jan  1 00:00:00 2000` */
function asciiTime({ year, month, day, hour, minute, second, weekday }: TimeArgument): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${dayNames[weekday]!.slice(0, 3)} ${monthNames[month - 1]!.slice(0, 3)} ${String(day).padStart(2)}`
  return `${date} ${two(hour)}:${two(minute)}:${two(second)} ${year}`
}

const here = (): Value => localTime(momentOf(null))

const asctime = (value: Value): Value => asciiTime(checkRanges(timeArgument(value ?? here(), 'asctime')))
const ctime = (value: Value): Value => asciiTime(checkRanges(timeArgument(localTime(momentOf(value)), 'ctime')))

function formatTime(pattern: string, value: Value | undefined): Value {
  const time = checkRanges(timeArgument(value === undefined ? here() : value, 'strftime'))
  // Few ask for the zone, and getters cost more than all the rest.
  if (!/[sZz]/.test(pattern)) return strOf(format(pattern, time as ZonedTime))
  const isSummer = time.summer > 0
  return strOf(
    format(pattern, {
      ...time,
      get zoneName() {
        return time.zoneName ?? zoneNames().names[isSummer ? 1 : 0]
      },
      get zoneOffset() {
        return time.zoneOffset ?? -(isSummer ? zoneNames().altzone : zoneNames().timezone)
      },
    }),
  )
}

/** In Python, in the library. */
function parseTime(args: Value[]): Value {
  return call(lookupAttribute(hooks.importModule('_strptime'), '_strptime_time'), args)
}

const refuseToSet = (): never => osError(1, 'Operation not permitted')

const zoneTuple = (): Value => new PyTuple(zoneNames().names.map(strOf))

function missingAttribute(name: string): Value {
  if (name !== 'tzname') raise(attributeErrorType, `module 'time' has no attribute '${name}'`)
  const tuple = zoneTuple()
  const module = vm.modules.getStr('time')
  if (module !== undefined) assignAttribute(module, 'tzname', tuple)
  return tuple
}

/** The host looks at TZ anew, and so do the names. */
function setZone(): void {
  zoneAt(Number.NaN)
  const module = vm.modules.getStr('time')
  if (module === undefined) return
  const { timezone, altzone, daylight } = zoneNames()
  for (const [name, value] of Object.entries({ timezone, altzone, daylight, tzname: zoneTuple() }))
    assignAttribute(module, name, value)
}

defineModule('time', {
  doc: 'This module provides various functions to manipulate time values.\n\nThere are two standard representations of time.  One is the number\nof seconds since the Epoch, in UTC (a.k.a. GMT).  The other is a tuple of\nnine integers giving local time.',
  attributes: () => {
    const { timezone, altzone, daylight } = zoneNames()
    return {
      ...Object.fromEntries(Object.entries(clocks).map(([name, [id]]) => [name, id])),
      _STRUCT_TM_ITEMS: 11,
      timezone,
      altzone,
      daylight,
      // Names of zones beyond UTC are looked up when they are asked for (`__getattr__`): that takes the host long.
      ...(timezone === 0 && altzone === 0 ? { tzname: zoneTuple() } : {}),
      struct_time: structTimeType,
    }
  },
  functions: () => [
    ...clockFunctions('time', realTime, 'Return the current time in seconds since the Epoch.'),
    ...clockFunctions('monotonic', monotonic, 'Monotonic clock, cannot go backward.'),
    ...clockFunctions('perf_counter', monotonic, 'Performance counter for benchmarking.'),
    ...clockFunctions(
      'process_time',
      processTime,
      'Process time for profiling: sum of the kernel and user-space CPU time.',
    ),
    ...clockFunctions(
      'thread_time',
      processTime,
      'Thread time for profiling: sum of the kernel and user-space CPU time.',
    ),
    builtin(
      'clock_gettime($module, clk_id: ssize, /)',
      (id: number) => seconds(clockOf(id)),
      'Return the time of the specified clock clk_id as a float.',
    ),
    builtin(
      'clock_gettime_ns($module, clk_id: ssize, /)',
      (id: number) => nanoseconds(clockOf(id)),
      'Return the time of the specified clock clk_id as nanoseconds (int).',
    ),
    builtin(
      'clock_getres($module, clk_id: ssize, /)',
      (id: number) => {
        clockOf(id)
        return new PyFloat(1e-9)
      },
      'clock_getres(clk_id) -> floating-point number\n\nReturn the resolution (precision) of the specified clock clk_id.',
    ),
    builtin(
      'clock_settime($module, clk_id, time, /)',
      refuseToSet,
      'clock_settime(clk_id, time)\n\nSet the time of the specified clock clk_id.',
    ),
    builtin(
      'clock_settime_ns($module, clk_id, time, /)',
      refuseToSet,
      'clock_settime_ns(clk_id, time)\n\nSet the time of the specified clock clk_id with nanoseconds.',
    ),
    builtin(
      'get_clock_info($module, name: text, /)',
      getClockInfo,
      'get_clock_info(name: str) -> dict\n\nGet information of the specified clock.',
    ),
    sleepFunction,
    optional(
      'gmtime',
      value => utcTime(momentOf(value)),
      "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing UTC (a.k.a.\nGMT).  When 'seconds' is not passed in, convert the current time instead.",
    ),
    optional(
      'localtime',
      value => localTime(momentOf(value)),
      "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing local time.\nWhen 'seconds' is not passed in, convert the current time instead.",
    ),
    optional(
      'asctime',
      asctime,
      "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\nWhen the time tuple is not present, current time as returned by localtime()\nis used.",
    ),
    optional(
      'ctime',
      ctime,
      'ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time.\nThis is equivalent to asctime(localtime(seconds)). When the time tuple is\nnot present, current time as returned by localtime() is used.',
    ),
    builtin(
      'mktime($module, object, /)',
      (value: Value) => new PyFloat(momentOfLocal(timeArgument(value, 'mktime'))),
      'mktime(tuple) -> floating-point number\n\nConvert a time tuple in local time to seconds since the Epoch.',
    ),
    builtin(
      'strftime($module, format: text, tuple=<unrepresentable>, /)',
      formatTime,
      'strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification.',
    ),
    builtin(
      'strptime($module, *args)',
      parseTime,
      'strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification.',
    ),
    builtin('__getattr__($module, name: text, /)', missingAttribute),
    builtin(
      'tzset($module, /)',
      setZone,
      "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored in\nos.environ['TZ'].",
    ),
  ],
})
