/** The module _opcode: what `dis` and `opcode` ask about instructions. The tables are the compiler's. */
import {
  hasArg,
  hasConst,
  hasExc,
  hasFree,
  hasJump,
  hasLocal,
  hasName,
  opcodeFlags,
  opcodeNames,
  opcodes,
  deoptTable,
} from '../compiler/generated/opcodes.ts'
import { effectWhenFallingThrough, effectWhenJumping } from '../compiler/stack-effect.ts'
import './adaptive-code.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { ssizeOf } from '../objects/operators.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'

const operators =
  `ADD + AND & FLOOR_DIVIDE // LSHIFT << MATRIX_MULTIPLY @ MULTIPLY * REMAINDER % OR | POWER ** RSHIFT >>
  SUBTRACT - TRUE_DIVIDE / XOR ^`.split(/\s+/)

/** In the order of BINARY_OP's operand: plain, in-place, subscript. */
function binaryOperators(): Value {
  const pairs: [string, string][] = []
  for (const [prefix, suffix] of [
    ['NB_', ''],
    ['NB_INPLACE_', '='],
  ] as const)
    for (let i = 0; i < operators.length; i += 2) pairs.push([prefix + operators[i]!, operators[i + 1]! + suffix])
  pairs.push(['NB_SUBSCR', '[]'])
  return new PyList(pairs.map(pair => new PyTuple(pair)))
}

const intrinsics1 =
  `1_INVALID PRINT IMPORT_STAR STOPITERATION_ERROR ASYNC_GEN_WRAP UNARY_POSITIVE LIST_TO_TUPLE TYPEVAR PARAMSPEC
  TYPEVARTUPLE SUBSCRIPT_GENERIC TYPEALIAS`.split(/\s+/)
const intrinsics2 = `2_INVALID PREP_RERAISE_STAR TYPEVAR_WITH_BOUND TYPEVAR_WITH_CONSTRAINTS SET_FUNCTION_TYPE_PARAMS
  SET_TYPEPARAM_DEFAULT`.split(/\s+/)

const intrinsicNames = (names: readonly string[]): Value => new PyList(names.map(name => `INTRINSIC_${name}`))

const isValid = (opcode: number): boolean => {
  const name = opcodeNames[opcode]
  return opcode >= 0 && name !== undefined && name !== '' && Object.hasOwn(opcodes, name)
}

const has = (name: string, flag: number) =>
  builtin(
    `${name}($module, /, opcode: ssize)`,
    (opcode: number) => isValid(opcode) && (opcodeFlags[opcode]! & flag) !== 0,
  )

function stackEffect(opcode: number, operand: Value, jump: Value): Value {
  if (jump !== null && typeof jump !== 'boolean')
    raise(valueErrorType, 'stack_effect: jump must be False, True or None')
  // Specialized forms have an effect, but are no instructions that a program could write.
  if (!isValid(opcode) || deoptTable[opcode] !== opcode) raise(valueErrorType, 'invalid opcode or oparg')
  if (operand !== null && typeOf(operand).index === null)
    raiseTypeError(`'${typeName(typeOf(operand))}' object cannot be interpreted as an integer`)
  const oparg = operand === null || (opcodeFlags[opcode]! & hasArg) === 0 ? 0 : ssizeOf(operand)
  if (jump === false) return effectWhenFallingThrough(opcode, oparg)
  const jumping = effectWhenJumping(opcode, oparg)
  return jump === true ? jumping : Math.max(jumping, effectWhenFallingThrough(opcode, oparg))
}

defineModule('_opcode', {
  doc: 'Opcode support module.',
  functions: () => [
    builtin(
      'stack_effect($module, opcode: ssize, oparg=None, /, *, jump=None)',
      stackEffect,
      'Compute the stack effect of the opcode.',
    ),
    builtin('is_valid($module, /, opcode: ssize)', isValid, 'Return True if opcode is valid, False otherwise.'),
    has('has_arg', hasArg),
    has('has_const', hasConst),
    has('has_name', hasName),
    has('has_jump', hasJump),
    has('has_free', hasFree),
    has('has_local', hasLocal),
    has('has_exc', hasExc),
    builtin('get_specialization_stats($module, /)', () => null, 'Return the specialization stats'),
    builtin(
      'get_nb_ops($module, /)',
      binaryOperators,
      'Return array of symbols of binary ops.\n\nIndexed by the BINARY_OP oparg value.',
    ),
    builtin(
      'get_intrinsic1_descs($module, /)',
      () => intrinsicNames(intrinsics1),
      'Return a list of names of the unary intrinsics.',
    ),
    builtin(
      'get_intrinsic2_descs($module, /)',
      () => intrinsicNames(intrinsics2),
      'Return a list of names of the binary intrinsics.',
    ),
    builtin(
      'get_special_method_names($module, /)',
      () => new PyList(['__enter__', '__exit__', '__aenter__', '__aexit__']),
      'Return a list of special method names.',
    ),
    builtin(
      'get_executor($module, /, code, offset: ssize)',
      () => raise(valueErrorType, 'no executor exists at address'),
      'Return the executor object at offset in code if exists, None otherwise.',
    ),
  ],
  attributes: () => ({ ENABLE_SPECIALIZATION: true, ENABLE_SPECIALIZATION_FT: false }),
})
