/** The module _csv: reading and writing comma-separated values. The folder `csv` holds its types. */
import { findAttribute } from '../objects/attribute.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { getIter } from '../objects/iteration.ts'
import { PyList } from '../objects/list.ts'
import { ssizeArgument } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import type { KeywordNames } from '../objects/slots.ts'
import { asStr } from '../objects/str.ts'
import type { Value } from '../objects/value.ts'
import { rawBuiltin } from '../builtins/raw-builtin.ts'
import { csvState, dialectType, errorType, type PyDialect, Quoting, registeredDialect } from './csv/dialect.ts'
import { PyReader, readerType } from './csv/reader.ts'
import { PyWriter, writerType } from './csv/writer.ts'

/** The first argument, and the dialect that the others describe; it is made once the first has been looked at. */
function withDialect(name: string, args: Value[], keywords: KeywordNames): [Value, () => PyDialect] {
  const given = args.length - (keywords?.length ?? 0)
  if (given < 1) raiseTypeError(`${name} expected at least 1 argument, got ${given}`)
  if (given > 2) raiseTypeError(`${name} expected at most 2 arguments, got ${given}`)
  return [args[0]!, () => dialectType.new!(dialectType, args.slice(1), keywords) as PyDialect]
}

function makeWriter(args: Value[], keywords: KeywordNames): Value {
  const [file, dialect] = withDialect('writer', args, keywords)
  const write = findAttribute(file, 'write')
  if (write === undefined || typeOf(write).call === null) raiseTypeError('argument 1 must have a "write" method')
  return new PyWriter(write, dialect())
}

function register(args: Value[], keywords: KeywordNames): Value {
  const [name, dialect] = withDialect('register_dialect', args, keywords)
  if (asStr(name) === undefined) raiseTypeError('dialect name must be a string')
  csvState().dialects.set(name, dialect())
  return null
}

defineModule('_csv', {
  doc: 'CSV parsing and writing.\n\nReaders and writers of comma-separated values, and a registry of the dialects in which such files are written (PEP 305).',
  functions: () => [
    rawBuiltin(
      "reader($module, iterable, /, dialect='excel', **fmtparams)",
      (args, keywords) => {
        const [iterable, dialect] = withDialect('reader', args, keywords)
        return new PyReader(getIter(iterable), dialect())
      },
      'Return an iterator over the records in the lines that an iterable gives; settings override those of the dialect.',
    ),
    rawBuiltin(
      "writer($module, fileobj, /, dialect='excel', **fmtparams)",
      makeWriter,
      'Return an object that writes records to a file, which need only have a method `write`.',
    ),
    rawBuiltin(
      "register_dialect($module, name, /, dialect='excel', **fmtparams)",
      register,
      'Give a name to a dialect.',
    ),
    builtin(
      'unregister_dialect($module, /, name)',
      (name: Value) => {
        if (csvState().dialects.delete(name) === undefined) raise(errorType, 'unknown dialect')
      },
      'Forget the dialect of that name.',
    ),
    builtin('get_dialect($module, /, name)', registeredDialect, 'Return the dialect of that name.'),
    builtin(
      'list_dialects($module, /)',
      () => new PyList([...csvState().dialects.entries()].map(([name]) => name)),
      'Return a list of the names of dialects.',
    ),
    builtin(
      'field_size_limit($module, /, new_limit=<unrepresentable>)',
      (limit: Value | undefined) => {
        const state = csvState()
        const before = state.fieldLimit
        if (limit !== undefined) {
          if (typeof limit !== 'number' && typeof limit !== 'bigint') raiseTypeError('limit must be an integer')
          state.fieldLimit = ssizeArgument(limit)
        }
        return before
      },
      'Return how long a field may be, and set it if a new limit is given.',
    ),
  ],
  attributes: () => ({
    Dialect: dialectType,
    Error: errorType,
    Reader: readerType,
    Writer: writerType,
    _dialects: csvState().dialects,
    QUOTE_MINIMAL: Quoting.minimal,
    QUOTE_ALL: Quoting.all,
    QUOTE_NONNUMERIC: Quoting.nonnumeric,
    QUOTE_NONE: Quoting.none,
    QUOTE_STRINGS: Quoting.strings,
    QUOTE_NOTNULL: Quoting.notNull,
  }),
})
