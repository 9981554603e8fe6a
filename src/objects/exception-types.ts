/**
 * The exception types: CPython's tree, as a table of lines `Type(Base)`.
 */
import { baseExceptionType, builtinType, objectType } from './builtin-types.ts'
import { PyType, TypeFlags as F, builtinTypes, linearize } from './type.ts'
import { typeType } from './builtin-types.ts'

function exception(name: string, base: PyType, layout: 'own' | 'base' = 'base'): PyType {
  return builtinType(name, { base, flags: F.base, sameLayout: layout === 'base' })
}

export const exceptionType = exception('Exception', baseExceptionType)
export const systemExitType = exception('SystemExit', baseExceptionType, 'own')
export const keyboardInterruptType = exception('KeyboardInterrupt', baseExceptionType)
export const generatorExitType = exception('GeneratorExit', baseExceptionType)
export const baseExceptionGroupType = exception('BaseExceptionGroup', baseExceptionType, 'own')
export const exceptionGroupType = makeExceptionGroup()

export const arithmeticErrorType = exception('ArithmeticError', exceptionType)
export const floatingPointErrorType = exception('FloatingPointError', arithmeticErrorType)
export const overflowErrorType = exception('OverflowError', arithmeticErrorType)
export const zeroDivisionErrorType = exception('ZeroDivisionError', arithmeticErrorType)
export const assertionErrorType = exception('AssertionError', exceptionType)
export const attributeErrorType = exception('AttributeError', exceptionType, 'own')
export const bufferErrorType = exception('BufferError', exceptionType)
export const eofErrorType = exception('EOFError', exceptionType)
export const importErrorType = exception('ImportError', exceptionType, 'own')
export const moduleNotFoundErrorType = exception('ModuleNotFoundError', importErrorType)
export const lookupErrorType = exception('LookupError', exceptionType)
export const indexErrorType = exception('IndexError', lookupErrorType)
export const keyErrorType = exception('KeyError', lookupErrorType)
export const memoryErrorType = exception('MemoryError', exceptionType)
export const nameErrorType = exception('NameError', exceptionType, 'own')
export const unboundLocalErrorType = exception('UnboundLocalError', nameErrorType)
export const osErrorType = exception('OSError', exceptionType, 'own')
export const blockingIOErrorType = exception('BlockingIOError', osErrorType)
export const childProcessErrorType = exception('ChildProcessError', osErrorType)
export const connectionErrorType = exception('ConnectionError', osErrorType)
export const brokenPipeErrorType = exception('BrokenPipeError', connectionErrorType)
export const connectionAbortedErrorType = exception('ConnectionAbortedError', connectionErrorType)
export const connectionRefusedErrorType = exception('ConnectionRefusedError', connectionErrorType)
export const connectionResetErrorType = exception('ConnectionResetError', connectionErrorType)
export const fileExistsErrorType = exception('FileExistsError', osErrorType)
export const fileNotFoundErrorType = exception('FileNotFoundError', osErrorType)
export const interruptedErrorType = exception('InterruptedError', osErrorType)
export const isADirectoryErrorType = exception('IsADirectoryError', osErrorType)
export const notADirectoryErrorType = exception('NotADirectoryError', osErrorType)
export const permissionErrorType = exception('PermissionError', osErrorType)
export const processLookupErrorType = exception('ProcessLookupError', osErrorType)
export const timeoutErrorType = exception('TimeoutError', osErrorType)
export const referenceErrorType = exception('ReferenceError', exceptionType)
export const runtimeErrorType = exception('RuntimeError', exceptionType)
export const notImplementedErrorType = exception('NotImplementedError', runtimeErrorType)
export const pythonFinalizationErrorType = exception('PythonFinalizationError', runtimeErrorType)
export const recursionErrorType = exception('RecursionError', runtimeErrorType)
export const stopAsyncIterationType = exception('StopAsyncIteration', exceptionType)
export const stopIterationType = exception('StopIteration', exceptionType, 'own')
export const syntaxErrorType = exception('SyntaxError', exceptionType, 'own')
export const indentationErrorType = exception('IndentationError', syntaxErrorType)
export const tabErrorType = exception('TabError', indentationErrorType)
export const incompleteInputErrorType = exception('_IncompleteInputError', syntaxErrorType)
export const systemErrorType = exception('SystemError', exceptionType)
export const typeErrorType = exception('TypeError', exceptionType)
export const valueErrorType = exception('ValueError', exceptionType)
export const unicodeErrorType = exception('UnicodeError', valueErrorType)
export const unicodeDecodeErrorType = exception('UnicodeDecodeError', unicodeErrorType, 'own')
export const unicodeEncodeErrorType = exception('UnicodeEncodeError', unicodeErrorType, 'own')
export const unicodeTranslateErrorType = exception('UnicodeTranslateError', unicodeErrorType, 'own')

export const warningType = exception('Warning', exceptionType)
export const bytesWarningType = exception('BytesWarning', warningType)
export const deprecationWarningType = exception('DeprecationWarning', warningType)
export const encodingWarningType = exception('EncodingWarning', warningType)
export const futureWarningType = exception('FutureWarning', warningType)
export const importWarningType = exception('ImportWarning', warningType)
export const pendingDeprecationWarningType = exception('PendingDeprecationWarning', warningType)
export const resourceWarningType = exception('ResourceWarning', warningType)
export const runtimeWarningType = exception('RuntimeWarning', warningType)
export const syntaxWarningType = exception('SyntaxWarning', warningType)
export const unicodeWarningType = exception('UnicodeWarning', warningType)
export const userWarningType = exception('UserWarning', warningType)

/** The one builtin exception with two bases. */
function makeExceptionGroup(): PyType {
  const bases = [baseExceptionGroupType, exceptionType]
  const type = new PyType(typeType, 'ExceptionGroup', bases, F.base)
  const order = linearize(bases)
  if (!Array.isArray(order)) throw new Error('ExceptionGroup has no MRO')
  type.mro = [type, ...order]
  type.solid = baseExceptionGroupType.solid
  builtinTypes.push(type)
  return type
}

/** Every type that `except` can name, by name: what the builtins module offers. */
export const exceptionTypes: readonly PyType[] = builtinTypes.filter(
  type => type !== objectType && type.isSubtypeOf(baseExceptionType),
)
