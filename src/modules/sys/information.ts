/** The struct sequences of sys, which say what machine this is. Types are made for each other's sake once in a process. */
import { makeStructSequence, structSequenceType } from '../../builtins/struct-sequence.ts'
import { PyFloat, type Value } from '../../objects/value.ts'
import { configuration } from '../configuration.ts'
import { version } from '../version.ts'

const float = (value: number): Value => new PyFloat(value)

type Fields = readonly (readonly [name: string, doc: string, value: () => Value])[]

/** A type of one instance per interpreter. */
function information(name: string, doc: string, fields: Fields, visible = fields.length): () => Value {
  const type = structSequenceType(name, {
    module: 'sys',
    doc,
    fields: fields.map(([field, text]) => [field, text] as const),
    visible,
    construction: 'runtime only',
  })
  return () =>
    makeStructSequence(
      type,
      fields.map(([, , value]) => value()),
    )
}

export const versionInfo = information('version_info', 'sys.version_info\n\nVersion information as a named tuple.', [
  ['major', 'Major release number', () => version.major],
  ['minor', 'Minor release number', () => version.minor],
  ['micro', 'Patch release number', () => version.micro],
  ['releaselevel', "'alpha', 'beta', 'candidate', or 'final'", () => version.level],
  ['serial', 'Serial release number', () => version.serial],
])

export const floatInfo = information(
  'float_info',
  "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
  [
    ['max', 'DBL_MAX -- maximum representable finite float', () => float(Number.MAX_VALUE)],
    ['max_exp', 'DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable', () => 1024],
    ['max_10_exp', 'DBL_MAX_10_EXP -- maximum int e such that 10**e is representable', () => 308],
    ['min', 'DBL_MIN -- Minimum positive normalized float', () => float(2 ** -1022)],
    ['min_exp', 'DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float', () => -1021],
    ['min_10_exp', 'DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float', () => -307],
    ['dig', 'DBL_DIG -- maximum number of decimal digits that can be faithfully represented in a float', () => 15],
    ['mant_dig', 'DBL_MANT_DIG -- mantissa digits', () => 53],
    ['epsilon', 'DBL_EPSILON -- Difference between 1 and the next representable float', () => float(Number.EPSILON)],
    ['radix', 'FLT_RADIX -- radix of exponent', () => 2],
    ['rounds', 'FLT_ROUNDS -- rounding mode used for arithmetic operations', () => 1],
  ],
)

export const intInfo = information(
  'int_info',
  "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
  [
    ['bits_per_digit', 'size of a digit in bits', () => 30],
    ['sizeof_digit', 'size in bytes of the C type used to represent a digit', () => 4],
    ['default_max_str_digits', 'maximum string conversion digits limitation', () => 4300],
    ['str_digits_check_threshold', 'minimum positive value for int_max_str_digits', () => 640],
  ],
)

export const hashInfo = information(
  'hash_info',
  'hash_info\n\nA named tuple providing parameters used for computing\nhashes. The attributes are read only.',
  [
    ['width', 'width of the type used for hashing, in bits', () => 64],
    ['modulus', 'prime number giving the modulus on which the hash function is based', () => 2n ** 61n - 1n],
    ['inf', 'value to be used for hash of a positive infinity', () => 314159],
    ['nan', 'value to be used for hash of a nan', () => 0],
    ['imag', 'multiplier used for the imaginary part of a complex number', () => 1000003],
    ['algorithm', 'name of the algorithm for hashing of str, bytes and memoryviews', () => 'siphash13'],
    ['hash_bits', 'internal output size of hash algorithm', () => 64],
    ['seed_bits', 'seed size of hash algorithm', () => 128],
    ['cutoff', 'small string optimization cutoff', () => 0],
  ],
)

export const threadInfo = information(
  'thread_info',
  'sys.thread_info\n\nA named tuple holding information about the thread implementation.',
  [
    ['name', 'name of the thread implementation', () => 'pthread-stubs'],
    ['lock', 'name of the lock implementation', () => null],
    ['version', 'name and version of the thread library', () => null],
  ],
)

export const flags = information(
  'flags',
  'sys.flags\n\nFlags provided through command line arguments or environment vars.',
  [
    ['debug', '-d', () => Number(configuration().debug)],
    ['inspect', '-i', () => Number(configuration().inspect)],
    ['interactive', '-i', () => Number(configuration().interactive)],
    ['optimize', '-O or -OO', () => configuration().optimization],
    ['dont_write_bytecode', '-B', () => Number(!configuration().writesBytecode)],
    ['no_user_site', '-s', () => Number(!configuration().usesUserSite)],
    ['no_site', '-S', () => Number(!configuration().importsSite)],
    ['ignore_environment', '-E', () => Number(configuration().ignoresEnvironment)],
    ['verbose', '-v', () => configuration().verbose],
    ['bytes_warning', '-b', () => configuration().bytesWarning],
    ['quiet', '-q', () => Number(configuration().quiet)],
    ['hash_randomization', '-R', () => Number(configuration().hashSeed !== 0)],
    ['isolated', '-I', () => Number(configuration().isolated)],
    ['dev_mode', '-X dev', () => configuration().developmentMode],
    ['utf8_mode', '-X utf8', () => Number(configuration().utf8Mode)],
    ['warn_default_encoding', '-X warn_default_encoding', () => Number(configuration().warnsOfDefaultEncoding)],
    ['safe_path', '-P', () => configuration().safePath],
    ['int_max_str_digits', '-X int_max_str_digits', () => configuration().maxIntDigits],
    ['gil', '-X gil', () => 1],
    ['thread_inherit_context', '-X thread_inherit_context', () => Number(configuration().threadsInheritContext)],
    ['context_aware_warnings', '-X context_aware_warnings', () => Number(configuration().warningsKnowContext)],
  ],
  18,
)
