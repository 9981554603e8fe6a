/**
 * The module gc, as far as it can be true: memory belongs to the JavaScript engine, which collects cycles by itself and does not say how
 * many; where the host lets it be asked, `collect` makes it collect at once. What can be asked of a single object is answered; lists of all objects are empty; thresholds and flags are only remembered.
 */
import { getAttribute } from '../objects/instance.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { tupleType } from '../objects/builtin-types.ts'
import { PyBytes } from '../objects/bytes.ts'
import { PyDict } from '../objects/dict.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { valueErrorType } from '../objects/exception-types.ts'
import { PyCell, PyFunction } from '../objects/frame.ts'
import { PyList } from '../objects/list.ts'
import { isAnySet } from '../objects/set.ts'
import { hooks } from '../objects/hooks.ts'
import { builtin } from '../objects/signature.ts'
import { PyTuple } from '../objects/tuple.ts'
import { PyObject, type Value } from '../objects/value.ts'
import { finalizeDead } from '../builtins/finalizers.ts'
import { announceDeaths } from '../builtins/weakref.ts'
import { vm } from '../objects/vm.ts'
import { indexOf } from '../objects/operators.ts'
import { PyComplex } from '../objects/number.ts'
import { PyWideStr } from '../objects/str.ts'

const settings = { create: () => ({ isEnabled: true, debug: 0, thresholds: [2000, 10, 10] }) }

/** What an object refers to directly, of the kinds that can be looked into. */
function referents(object: Value): Value[] {
  if (object instanceof PyList) return object.toArray()
  if (object instanceof PyTuple) return object.items.slice()
  if (object instanceof PyDict) return [...object.entries()].flat()
  if (isAnySet(object)) return object.items()
  if (object instanceof PyCell) return object.value === undefined ? [] : [object.value]
  if (object instanceof PyFunction) return [object.code, object.globals, object.name, object.qualname]
  if (!(object instanceof PyObject) || object.attributes === null) return []
  const { attributes } = object
  if (attributes.dict !== null) return [attributes.dict, object.type]
  const values = [...attributes.shape.names()].map(name => getAttribute(attributes, name))
  return [...values.filter(value => value !== undefined), object.type]
}

/** Atoms are never part of a cycle. */
function isTracked(object: Value): boolean {
  if (!(object instanceof PyObject) || object instanceof PyWideStr || object instanceof PyComplex) return false
  if (object instanceof PyTuple && object.type === tupleType) return object.items.some(isTracked)
  return object.type.isHeap || !(object instanceof PyBytes)
}

const generationsOnly = (generation: Value): void => {
  if (generation === null) return
  const index = indexOf(generation)
  if (index < 0) raise(valueErrorType, 'generation parameter cannot be negative')
  if (index > 2) raise(valueErrorType, 'generation parameter must be less than the number of available generations (3)')
}

/** Collections that one `gc.collect()` is worth at most. */
const rounds = 16

function collect(generation: Value): Value {
  const index = indexOf(generation)
  if (index < 0 || index > 2) raise(valueErrorType, 'invalid generation')
  return hooks.stepAside(collectFunction, () => {
    // What `__del__` lets go of may be gone in turn.
    let again = rounds
    do {
      vm.host.collector?.collect()
      announceDeaths()
    } while (finalizeDead() && --again > 0)
    return 0
  })
}

const collectFunction = builtin(
  'collect($module, /, generation=2)',
  collect,
  'Run the garbage collector.\n\nThe number of unreachable objects is returned.',
)

const noStats = (): PyDict =>
  PyDict.from([
    ['collections', 0],
    ['collected', 0],
    ['uncollectable', 0],
  ])

function setThreshold(args: Value[]): void {
  if (args.length < 1 || args.length > 3) raiseTypeError(`gc.set_threshold requires 1 to 3 arguments`)
  const state = vm.state(settings)
  args.forEach((arg, i) => {
    state.thresholds[i] = Number(indexOf(arg))
  })
}

defineModule('gc', {
  doc: 'This module provides access to the garbage collector for reference cycles.',
  attributes: () => ({
    DEBUG_STATS: 1,
    DEBUG_COLLECTABLE: 2,
    DEBUG_UNCOLLECTABLE: 4,
    DEBUG_SAVEALL: 32,
    DEBUG_LEAK: 38,
    garbage: new PyList([]),
    callbacks: new PyList([]),
  }),
  functions: () => [
    builtin(
      'enable($module, /)',
      () => void (vm.state(settings).isEnabled = true),
      'Enable automatic garbage collection.',
    ),
    builtin(
      'disable($module, /)',
      () => void (vm.state(settings).isEnabled = false),
      'Disable automatic garbage collection.',
    ),
    builtin(
      'isenabled($module, /)',
      () => vm.state(settings).isEnabled,
      'Returns true if automatic garbage collection is enabled.',
    ),
    collectFunction,
    builtin('get_debug($module, /)', () => vm.state(settings).debug, 'Get the garbage collection debugging flags.'),
    builtin(
      'set_debug($module, flags: ssize, /)',
      (flags: number) => void (vm.state(settings).debug = flags),
      'Set the garbage collection debugging flags.',
    ),
    builtin(
      'get_threshold($module, /)',
      () => new PyTuple(vm.state(settings).thresholds.slice()),
      'Return the current collection thresholds.',
    ),
    builtin(
      'set_threshold($module, *args)',
      setThreshold,
      'set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection frequency).',
    ),
    builtin(
      'get_count($module, /)',
      () => new PyTuple([0, 0, 0]),
      'Return a three-tuple of the current collection counts.',
    ),
    builtin(
      'get_stats($module, /)',
      () => new PyList([noStats(), noStats(), noStats()]),
      'Return a list of dictionaries containing per-generation statistics.',
    ),
    builtin(
      'get_objects($module, /, generation=None)',
      (generation: Value) => {
        generationsOnly(generation)
        return new PyList([])
      },
      'Return a list of objects tracked by the collector (excluding the list returned).',
    ),
    builtin(
      'get_referrers($module, /, *objs)',
      () => new PyList([]),
      "Return the list of objects that directly refer to any of 'objs'.",
    ),
    builtin(
      'get_referents($module, /, *objs)',
      (objects: Value[]) => new PyList(objects.flatMap(referents)),
      "Return the list of objects that are directly referred to by 'objs'.",
    ),
    builtin(
      'is_tracked($module, obj, /)',
      isTracked,
      'Returns true if the object is tracked by the garbage collector.\n\nSimple atomic objects will return false.',
    ),
    builtin(
      'is_finalized($module, obj, /)',
      () => false,
      'Returns true if the object has been already finalized by the GC.',
    ),
    builtin(
      'freeze($module, /)',
      () => null,
      'Freeze all current tracked objects and ignore them for future collections.',
    ),
    builtin('unfreeze($module, /)', () => null, 'Unfreeze all objects in the permanent generation.'),
    builtin('get_freeze_count($module, /)', () => 0, 'Return the number of objects in the permanent generation.'),
  ],
})
