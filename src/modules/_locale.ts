/** The module _locale, with the one locale that every host has: C, encoded in UTF-8. */
import { defineModule } from '../objects/builtin-module.ts'
import { builtinType } from '../objects/builtin-types.ts'
import { PyDict } from '../objects/dict.ts'
import { raise } from '../objects/exception.ts'
import { exceptionType, valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { pointsOf, type Str } from '../objects/str.ts'
import { TypeFlags } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { dayNames, monthNames } from './time/format.ts'

const errorType = builtinType('Error', {
  module: 'locale',
  base: exceptionType,
  flags: TypeFlags.base,
  sameLayout: true,
})

const categories = { LC_CTYPE: 0, LC_NUMERIC: 1, LC_TIME: 2, LC_COLLATE: 3, LC_MONETARY: 4, LC_MESSAGES: 5, LC_ALL: 6 }

/** What `nl_langinfo` knows, by the item's name and number. */
const items: readonly (readonly [name: string, number: number, text: string])[] = [
  ['CODESET', 14, 'UTF-8'],
  ['RADIXCHAR', 65536, '.'],
  ['THOUSEP', 65537, ''],
  ['YESEXPR', 327680, '^[yY]'],
  ['NOEXPR', 327681, '^[nN]'],
  ['CRNCYSTR', 262159, '-'],
  ['AM_STR', 131110, 'AM'],
  ['PM_STR', 131111, 'PM'],
  ['D_T_FMT', 131112, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 131113, '%m/%d/%y'],
  ['T_FMT', 131114, '%H:%M:%S'],
  ['T_FMT_AMPM', 131115, '%I:%M:%S %p'],
  ['ERA', 131116, ''],
  ['ERA_D_FMT', 131118, ''],
  ['ALT_DIGITS', 131119, ''],
  ['ERA_D_T_FMT', 131120, ''],
  ['ERA_T_FMT', 131121, ''],
  // The week of C begins on Sunday.
  ...[6, 0, 1, 2, 3, 4, 5].flatMap((day, i) => [
    [`ABDAY_${i + 1}`, 131072 + i, dayNames[day]!.slice(0, 3)] as const,
    [`DAY_${i + 1}`, 131079 + i, dayNames[day]!] as const,
  ]),
  ...monthNames.flatMap((month, i) => [
    [`ABMON_${i + 1}`, 131086 + i, month.slice(0, 3)] as const,
    [`MON_${i + 1}`, 131098 + i, month] as const,
  ]),
]

function setLocale(category: number, name: string | null): Value {
  if (category < 0 || category > 6) raise(errorType, 'invalid locale category')
  if (name !== null && !['', 'C', 'POSIX', 'C.UTF-8'].includes(name)) raise(errorType, 'unsupported locale setting')
  return 'C'
}

const unspecified = 127

function conventions(): Value {
  const numbers =
    'int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space p_sign_posn n_sign_posn'
  const texts =
    'int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep positive_sign negative_sign thousands_sep'
  const result = PyDict.from([
    ['decimal_point', '.'],
    ['grouping', new PyList([])],
    ['mon_grouping', new PyList([])],
  ])
  for (const name of texts.split(' ')) result.setStr(name, '')
  for (const name of numbers.split(' ')) result.setStr(name, unspecified)
  return result
}

/** The characters of a text that C is given: they end at a null. */
function widePoints(text: Str): readonly number[] {
  const points = pointsOf(text)
  if (points.includes(0)) raise(valueErrorType, 'embedded null character')
  return points
}

function compare(a: Str, b: Str): Value {
  const left = widePoints(a)
  const right = widePoints(b)
  for (let i = 0; i < left.length && i < right.length; i++)
    if (left[i] !== right[i]) return left[i]! < right[i]! ? -1 : 1
  return Math.sign(left.length - right.length)
}

function languageInformation(number: number): Value {
  const item = items.find(([, each]) => each === number)
  if (item === undefined) raise(valueErrorType, 'unsupported langinfo constant')
  return item[2]
}

defineModule('_locale', {
  doc: 'Support for POSIX locales.',
  attributes: () => ({
    ...categories,
    ...Object.fromEntries(items.map(([name, number]) => [name, number])),
    CHAR_MAX: unspecified,
    Error: errorType,
  }),
  functions: () => [
    builtin(
      'setlocale($module, category: ssize, locale: text? = None, /)',
      setLocale,
      'Activates/queries locale processing.',
    ),
    builtin('localeconv($module, /)', conventions, 'Returns numeric and monetary locale-specific parameters.'),
    builtin('strcoll($module, os1: str, os2: str, /)', compare, 'Compares two strings according to the locale.'),
    builtin(
      'strxfrm($module, string: str, /)',
      (text: Str) => {
        widePoints(text)
        return text
      },
      'Return a string that can be used as a key for locale-aware comparisons.',
    ),
    builtin(
      'nl_langinfo($module, key: ssize, /)',
      languageInformation,
      'Return the value for the locale information associated with key.',
    ),
    builtin('getencoding($module, /)', () => 'UTF-8', 'Get the current locale encoding.'),
  ],
})
