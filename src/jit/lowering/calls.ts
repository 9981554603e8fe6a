/**
 * Calls.
 *
 * A small Python function is inlined: its frame is virtual, and its instructions become blocks of the region. Another is called as a JavaScript function
 * through its code's `callee`, with a frame only if it needs one (`Unit.isClosed`). Builtins are called by their implementation.
 */
import { CO_VARARGS, CO_VARKEYWORDS } from '../../compiler/code.ts'
import type { OpcodeName } from '../../compiler/generated/opcodes.ts'
import { type CallCache, FunctionCache, InitCache } from '../../interpreter/inline-caches.ts'
import {
  bytearrayType,
  bytesType,
  dictType,
  frozensetType,
  functionType,
  listType,
  setType,
  strType,
  tupleType,
  typeType,
} from '../../objects/builtin-types.ts'
import { PyBuiltinFunction, PyMethod, PyMethodDescriptor } from '../../objects/callable.ts'
import { notCompiled, type PyCode, PyFunction } from '../../objects/frame.ts'
import type { PyTuple } from '../../objects/tuple.ts'
import { PyType } from '../../objects/type.ts'
import type { Builder } from '../builder.ts'
import { isResumable } from '../bytecode.ts'
import * as k from '../known.ts'
import { isOn } from '../passes.ts'
import { isHopeless, isUnstable, profileOf } from '../profile.ts'
import { FrameState, type Operand } from '../state.ts'
import { tuning } from '../tuning.ts'
import type { Unit } from '../unit.ts'
import { directBuiltinOf, isInstanceOf, newOf } from './builtins.ts'
import { dictOf, pushItem } from './containers.ts'
import type { LowerTable } from './lower.ts'
import { guardNesting, lowerByExpansion } from './expansion.ts'
import { beginGenerator } from './generators.ts'
import { ofNumbers } from './numbers.ts'
import { enterMethodNamed } from './operator-methods.ts'
import { isCold } from './operators.ts'

/** Arguments by the parameters that they go to, those without a parameter of their own together. */
interface Bound {
  readonly operands: Operand[]
  /** For `*args`; undefined if the function has none. */
  readonly rest: Operand[] | undefined
  /** For `**keywords`, names and values in turn. */
  readonly keywords: Operand[] | undefined
}

/**
 * The arguments in the order of the parameters, with defaults filled in; undefined where the call is an error, or takes more than that. A function that
 * is known by its code alone (`callable`) may have other defaults than the one met.
 */
function bind(
  b: Builder,
  func: PyFunction,
  args: readonly Operand[],
  names: readonly string[],
  callable: Operand | null = null,
): Bound | undefined {
  const { code, defaults, kwdefaults } = func
  const rest: Operand[] | undefined = (code.flags & CO_VARARGS) !== 0 ? [] : undefined
  const keywords: Operand[] | undefined = (code.flags & CO_VARKEYWORDS) !== 0 ? [] : undefined
  const total = code.argcount + code.kwonlyargcount
  const positional = args.length - names.length
  const bound: (Operand | undefined)[] = new Array(total).fill(undefined)
  for (let i = 0; i < positional; i++)
    if (i < code.argcount) bound[i] = args[i]
    else if (rest === undefined) return undefined
    else rest.push(args[i]!)
  for (const [i, name] of names.entries()) {
    const at = code.code.localsplusnames.indexOf(name)
    const value = args[positional + i]!
    if (at >= code.posonlyargcount && at < total) {
      if (bound[at] !== undefined) return undefined
      bound[at] = value
    } else if (keywords === undefined) return undefined
    else keywords.push(b.constant(name), value)
  }
  const firstDefault = code.argcount - (defaults?.items.length ?? 0)
  for (let i = 0; i < total; i++) {
    if (bound[i] !== undefined) continue
    const name = code.code.localsplusnames[i]!
    const isPositional = i < code.argcount
    const value = !isPositional
      ? kwdefaults?.getStr(name)
      : i >= firstDefault
        ? defaults!.items[i - firstDefault]
        : undefined
    if (value === undefined) return undefined
    bound[i] =
      callable === null
        ? b.constant(value)
        : isPositional
          ? b.one('_DEFAULT', [callable, b.datum(i - firstDefault), b.datum(defaults!.items.length)], k.some)
          : b.one('_KEYWORD_DEFAULT', [callable, b.datum(name)], k.some)
  }
  return { operands: bound as Operand[], rest, keywords }
}

/** One operand for each parameter. */
function arrange(b: Builder, { operands, rest, keywords }: Bound): Operand[] {
  const all = [...operands]
  if (rest !== undefined) all.push(b.one('_BUILD_TUPLE', [rest], k.objectOf(tupleType)))
  if (keywords !== undefined)
    all.push(keywords.length === 0 ? b.one('_NEW_DICT', [], k.objectOf(dictType)) : dictOf(b, keywords))
  return all
}

/** The instance of a class whose `__init__` is called: what the call gives instead of None. Of an operator's method: NotImplemented. */
type Instance = Operand | null

/**
 * Calls a Python function, known or known by its code alone, whose operands have been popped. `args` are in the order of its parameters.
 */
export function callPython(
  b: Builder,
  callable: Operand,
  func: PyFunction,
  args: readonly Operand[],
  instance: Instance = null,
): void {
  if (inline(b, callable, func, args, instance)) return
  callUnit(b, callable, func, args, instance)
}

export function mayInline(b: Builder, code: PyCode): boolean {
  const { context } = b.frame
  return (
    isOn.inline &&
    code.units.length <= tuning.inlineUnits &&
    code.template.length > 0 &&
    context.depth < tuning.inlineDepth &&
    b.region.mayInline(context, b.at, code) &&
    !isResumable(code) &&
    !context.contains(code)
  )
}

/** The frame of the inlined call has ended. */
export function leaveInlined(b: Builder): void {
  const { made, text } = b.frame
  const V = b.region.vmName
  const restore = `${V}.frame=${b.state.frames[b.state.frames.length - 2]!.text};${V}.depth--;`
  if (made !== 'no') b.write(made === 'yes' ? restore : `if(${text}!==null){${restore}}`)
  b.state.frames.pop()
}

export function inline(
  b: Builder,
  callable: Operand,
  func: PyFunction,
  args: readonly Operand[],
  instance: Instance,
): boolean {
  const { code } = func
  const { region } = b
  const { context } = b.frame
  if (!mayInline(b, code)) return false
  const isKnown = callable.known.constant === func
  b.count('inlined')
  const inner = region.contextOf(context, b.at, b.next, code, isKnown ? func : null)
  const slots: (Operand | undefined)[] = []
  for (let i = 0; i < code.nlocalsplus; i++) slots.push(args[i] ?? b.unboundOperand)
  const dirty = slots.map(() => true)
  b.state.frames.push(new FrameState(inner, isKnown ? null : callable, instance, slots, code.nlocalsplus, dirty, 'no'))
  if (inner.escapes) b.write(`F${inner.id}=null;`)
  b.end = { kind: 'goto', edge: region.edgeTo(b, 0) }
  return true
}

/** Calls the compiled function; if there is none yet, its frame is made and the interpreter goes on with it. */
function callUnit(b: Builder, callable: Operand, func: PyFunction, args: readonly Operand[], instance: Instance): void {
  const { region } = b
  const { code } = func
  if (isResumable(code) && beginGenerator(b, callable, func, args)) return
  if (isResumable(code)) return b.push(b.one('_MAKE_GENERATOR', [callable, [...args]], k.some, { effect: 'leaf' }))
  const isItself = code === region.unit.code && region.unit.kind === 'function'
  const callee = isItself ? region.unit : code.callee === notCompiled ? null : (code.callee as Unit)
  const isClosed = callee?.isClosed === true
  if (!isClosed) b.sync()
  else if (b.isWriting && !isItself) callee.callers.add(region.unit)
  const target = isClosed || isItself ? region.constantName(callee) : `${region.constantName(code)}.callee`
  runCallee(b, callable, target, args, instance)
}

/** The call itself. Where it is left, so are its callers: `leaveCall`. */
function runCallee(b: Builder, callable: Operand, target: string, args: readonly Operand[], instance: Instance): void {
  runWith(b, callable, target, () => args.map(arg => b.boxed(arg).text), instance)
}

function runWith(b: Builder, callable: Operand, target: string, texts: () => string[], instance: Instance): void {
  if (!isOn.calls) return b.leave('unsupported')
  const { region } = b
  b.count('calls')
  const V = region.vmName
  const passed = ['null', callable.text, ...texts()].join(',')
  const result = b.fresh('value', k.some)
  b.mayRaise()
  // Inlined calls that have no frame are counted while something is called from them.
  const further = b.state.frames
    .flatMap(({ made, text }) => (made === 'yes' ? [] : made === 'no' ? ['1'] : [`(${text}===null?1:0)`]))
    .join('+')
  b.write(`if(${V}.depth${further === '' ? '' : `+${further}`}>=${V}.deepest){${b.exit('depth')}}`)
  const run = `${result.text}=${target}.run(${passed});`
  b.write(further === '' ? run : `${V}.depth+=${further};${run}${V}.depth-=${further};`)
  const left = region.exitText(b.state, 'callee', b.next, b.at, instance)
  const handled = b.raise('null')
  if (handled === null) b.write(`if(${result.text}===undefined){${left}}`)
  const finish = (): void => {
    if (instance !== null) b.emit('_CHECK_INIT', [result], [], { effect: 'leaf' })
    b.afterEscape()
    b.push(instance ?? result)
  }
  if (handled === null) return finish()
  const moves = `if(${region.helper('left')}.propagating===null){${left}}${handled.moves}`
  const yes = { moves, target: handled.target }
  const code = b.apart(finish)
  const no = region.edgeTo(b, b.next)
  b.end = {
    kind: 'if',
    condition: `${result.text}===undefined`,
    yes,
    no: { moves: code + no.moves, target: no.target },
  }
}

/** Makes sure that the function is the one whose version was met; or at least of the same code, where functions are made again and again. */
function guardFunction(b: Builder, callable: Operand, func: PyFunction, version: number, isByCode: boolean): boolean {
  if (callable.known.constant !== undefined && callable.known.constant !== func) return false
  if (isByCode) {
    b.emit('_GUARD_CODE', [callable, b.datum(func.code), b.datum(func.globals)], [k.object])
    return true
  }
  if (func.version !== version) return false
  if (callable.known.constant !== undefined) {
    guardVersion(b, callable, version)
    return true
  }
  b.emit('_GUARD_FUNCTION_VERSION', [callable, b.datum(version)], [k.constantOf(func)])
  return true
}

/** Makes sure that the function, a constant, has still the code and the defaults that it had. */
export function guardVersion(b: Builder, func: Operand, version: number): void {
  b.emit('_GUARD_VERSION_OF', [func, b.datum(version)], [func.known])
}

/** CALL and CALL_KW of a Python function. */
function callFunction(
  b: Builder,
  callable: Operand,
  func: PyFunction,
  version: number,
  args: Operand[],
  names: readonly string[],
): boolean {
  const isKnown = callable.known.constant === func
  const failures = profileOf(b.code, b.at)?.failures ?? 0
  // Twice in vain: it is not one code either. Where just its arguments are passed, any function is called well enough.
  const isPlain = names.length === 0 && func.code.isSimple && args.length === func.code.argcount
  const isInVain = isPlain ? failures > 1 || callable.known.type === functionType : failures > 3
  if (!isKnown && isInVain) return false
  const isByCode = !isKnown && failures > 0
  let bound = bind(b, func, args, names)
  if (bound === undefined || !guardFunction(b, callable, func, version, isByCode)) return false
  if (isByCode) bound = bind(b, func, args, names, callable)!
  const known = !isByCode && callable.known.constant === undefined ? b.constant(func) : callable
  popCall(b, names.length > 0)
  callPython(b, isByCode ? callable : known, func, arrange(b, bound))
  return true
}

/** Pops the callable, self, the arguments, and the names of keywords. */
function popCall(b: Builder, hasNames: boolean): void {
  b.popMany(b.oparg + 2 + (hasNames ? 1 : 0))
}

function callClass(b: Builder, type: PyType, args: Operand[]): boolean {
  const cache = b.code.caches[b.at + 1]
  if (!(cache instanceof InitCache) || cache.type !== type || cache.typeVersion !== type.version) return false
  const { init, version } = cache
  if (init.version !== version || init.code.argcount !== args.length + 1) return false
  const callable = b.peek(b.oparg + 2)
  if (callable.known.constant === undefined) {
    if (isUnstable(b.code, b.at)) return false
    b.emit('_GUARD_IS', [callable, b.datum(type)])
  }
  b.relyOn(type)
  const initialize = b.constant(init)
  guardVersion(b, initialize, version)
  const shape = b.region.rootShapeOf(type)
  const instance = b.one('_NEW_INSTANCE', [b.datum(type)], k.instanceOf(shape), { effect: 'pure' })
  popCall(b, false)
  callPython(b, initialize, init, [instance, ...args], instance)
  return true
}

/** Whether there is a `self`, where the attribute was loaded in its general form, is guessed from what is called. */
function expectSelf(b: Builder, self: Operand, form: OpcodeName): void {
  if (self.known.isBound || self.known.kind === 'unbound' || isHopeless(b.code, b.at)) return
  if (/^CALL_(PY|METHOD_DESCRIPTOR|LIST_APPEND)/.test(form)) b.emit('_GUARD_BOUND', [self], [k.some])
  else if (form !== 'CALL') b.emit('_GUARD_UNBOUND', [self], [k.unbound])
}

function call(b: Builder, oparg: number, form: OpcodeName): void {
  const callable = b.peek(oparg + 2)
  const self = b.peek(oparg + 1)
  const args: Operand[] = []
  for (let i = oparg; i > 0; i--) args.push(b.peek(i))
  expectSelf(b, self, form)
  const all = self.known.kind === 'unbound' ? args : [self, ...args]
  const { constant } = callable.known
  const cache = b.code.caches[b.at + 1]
  if (self.known.isBound || self.known.kind === 'unbound' || constant instanceof PyFunction) {
    if (constant instanceof PyFunction && callFunction(b, callable, constant, constant.version, all, [])) return
    if (constant instanceof PyMethod && constant.func instanceof PyFunction) {
      const { func } = constant
      const receiver = b.constant(constant.self)
      if (callFunction(b, b.constant(func), func, func.version, [receiver, ...args], [])) return
    }
    if (constant instanceof PyType || form === 'CALL_ALLOC_AND_ENTER_INIT') {
      const type = constant instanceof PyType ? constant : (cache as InitCache).type
      if (type !== undefined && callClass(b, type, args)) return
    }
    if (form === 'CALL_PY_EXACT_ARGS' || form === 'CALL_PY_GENERAL') {
      const { callable: func, version } = cache as CallCache
      if (func instanceof PyFunction && callFunction(b, callable, func, version, all, [])) return
    }
    if (callBoundMethod(b, callable, self, args, form)) return
    if (cache instanceof FunctionCache && callInstance(b, callable, cache, all)) return
    if (callBuiltin(b, callable, self, args, form)) return
  }
  if (isCold(b)) return b.leave('cold')
  if ((self.known.isBound || self.known.kind === 'unbound') && callAnyFunction(b, callable, all, form)) return
  const isBuiltin = form !== 'CALL' && !/PY|BOUND|INIT/.test(form.replace('NON_PY', ''))
  if (isBuiltin && !isUnstable(b.code, b.at) && lowerByExpansion(b, form, oparg)) return
  guardNesting(b)
  const result = b.one('_CALL_GENERAL', [callable, self, args])
  popCall(b, false)
  b.push(result)
}

/** A site that calls several functions, all of them with just these arguments. */
function callAnyFunction(b: Builder, callable: Operand, args: Operand[], form: OpcodeName): boolean {
  const isFunction = callable.known.type === functionType || /^CALL_PY/.test(form)
  if (!isFunction || callable.known.constant !== undefined) return false
  const { callable: met } = (b.code.caches[b.at + 1] ?? {}) as Partial<CallCache>
  // What was met last would not pass the guard.
  if (met instanceof PyFunction && (!met.code.isSimple || met.code.argcount !== args.length)) return false
  b.emit('_GUARD_SIMPLE_FUNCTION', [callable, b.datum(args.length)], [k.objectOf(functionType)])
  popCall(b, false)
  b.sync()
  runCallee(b, callable, `${callable.text}.code.callee`, args, null)
  return true
}

/** An instance, by its `__call__`. */
function callInstance(b: Builder, callable: Operand, cache: FunctionCache, args: Operand[]): boolean {
  const { type, typeVersion, func, version } = cache
  if (isUnstable(b.code, b.at) || type.version !== typeVersion || func.version !== version) return false
  const bound = bind(b, func, [callable, ...args], [])
  if (bound === undefined) return false
  b.guardType(callable, type)
  b.relyOn(type)
  const method = b.constant(func)
  guardVersion(b, method, version)
  popCall(b, false)
  callPython(b, method, func, arrange(b, bound))
  return true
}

function callBoundMethod(b: Builder, callable: Operand, self: Operand, args: Operand[], form: OpcodeName): boolean {
  if (self.known.kind !== 'unbound' || !/^CALL_BOUND_METHOD/.test(form)) return false
  if (isUnstable(b.code, b.at)) return callAnyMethod(b, callable, args)
  const { callable: func, version } = b.code.caches[b.at + 1] as CallCache
  if (!(func instanceof PyFunction) || func.version !== version) return false
  if (bind(b, func, [callable, ...args], []) === undefined) return false
  b.emit('_GUARD_METHOD', [callable])
  const inner = b.one('_BOUND_FUNC', [callable])
  b.emit('_GUARD_FUNCTION_VERSION', [inner, b.datum(version)], [k.constantOf(func)])
  const receiver = b.one('_BOUND_SELF', [callable])
  popCall(b, false)
  callPython(b, b.constant(func), func, arrange(b, bind(b, func, [receiver, ...args], [])!))
  return true
}

/** A site that calls methods of several functions. */
function callAnyMethod(b: Builder, callable: Operand, args: Operand[]): boolean {
  if ((profileOf(b.code, b.at)?.failures ?? 0) > 1) return false
  b.emit('_GUARD_METHOD', [callable])
  const func = b.one('_BOUND_FUNC', [callable])
  b.emit('_GUARD_SIMPLE_FUNCTION', [func, b.datum(args.length + 1)], [k.objectOf(functionType)])
  const receiver = b.one('_BOUND_SELF', [callable])
  popCall(b, false)
  b.sync()
  runCallee(b, func, `${func.text}.code.callee`, [receiver, ...args], null)
  return true
}

/** Builtins that are known, by what they are. */
function callBuiltin(
  b: Builder,
  callable: Operand,
  self: Operand,
  args: readonly Operand[],
  form: OpcodeName,
): boolean {
  if (!isOn.builtins) return false
  const { constant } = callable.known
  const [first] = args
  const finish = (result: Operand): true => {
    b.count('builtins')
    popCall(b, false)
    b.push(result)
    return true
  }
  if (constant instanceof PyBuiltinFunction && self.known.kind === 'unbound') {
    const { name } = constant.builtin
    if (form === 'CALL_LEN' && first !== undefined && constant.module === 'builtins' && name === 'len') {
      expectMeasured(b, first)
      const length = lengthOf(b, first)
      if (length !== undefined) return finish(length)
      if (enterMethodNamed(b, '__len__', first)) return true
    }
  }
  if (constant !== undefined && self.known.kind === 'unbound' && !isUnstable(b.code, b.at)) {
    const made = ofNumbers(b, constant, args) ?? isInstanceOf(b, constant, args)
    if (made !== undefined) return finish(made)
  }
  if (constant instanceof PyType && self.known.kind === 'unbound') {
    const made = newOf(b, constant, args)
    if (made !== undefined) return finish(made)
  }
  if (
    constant instanceof PyMethodDescriptor &&
    constant.owner === listType &&
    constant.builtin.name === 'append' &&
    first !== undefined
  ) {
    if (self.known.type !== listType && (self.known.isBound || self.known.kind === 'unbound')) return false
    b.guardType(self, listType)
    pushItem(b, self, first)
    return finish(b.constant(null))
  }
  const firstType = first === undefined ? null : b.known(first).type
  if (constant === typeType && args.length === 1 && firstType?.isHeap === true) return finish(b.constant(firstType))
  const direct = constant === undefined ? undefined : directBuiltinOf(constant, self, args)
  if (direct === undefined) return false
  const { passesSelf, result, effect } = direct
  if (direct.looksUp) {
    if (isHopeless(b.code, b.at)) return false
    b.emit('_GUARD_PLAIN_KEYS', [self])
  }
  if (effect === 'escapes') guardNesting(b)
  const inputs = passesSelf ? [self, ...args] : [...args]
  for (const each of direct.defaults) inputs.push(b.datum(each))
  const implementation = b.datum(direct.implementation)
  const { length } = inputs
  if (length !== 1 && length !== 2)
    return finish(b.one('_CALL_IMPLEMENTATION', [implementation, inputs], result, { effect }))
  const name = length === 1 ? '_CALL_IMPLEMENTATION_1' : '_CALL_IMPLEMENTATION_2'
  return finish(b.one(name, [implementation, ...inputs], result, { effect }))
}

/** Builtin types whose length is a field, or what a method says that runs no Python code. */
const measurable: ReadonlySet<PyType | null> = new Set([
  ...[strType, listType, tupleType, dictType],
  ...[setType, frozensetType, bytesType, bytearrayType],
])

/** What `len` measures is expected to be of the type that it was of, if nothing is known of it. */
function expectMeasured(b: Builder, value: Operand): void {
  const { measured } = b.code.caches[b.at + 1] as CallCache
  if (b.known(value).kind !== 'any' || measured === null || isUnstable(b.code, b.at)) return
  if (!measurable.has(measured) && !(measured.lookup('__len__') instanceof PyFunction)) return
  if (measured === strType) b.guardStr(value)
  else b.guardType(value, measured)
}

function lengthOf(b: Builder, value: Operand): Operand | undefined {
  const bounds = k.intBetween(0, 2 ** 31 - 2)
  const { type, kind } = value.known
  if (kind === 'str') return b.one('_STR_LENGTH', [value], bounds)
  if (type === listType) return b.one('_LIST_LENGTH', [value], bounds)
  if (type === tupleType) return b.one('_TUPLE_LENGTH', [value], bounds)
  if (type === dictType) return b.one('_DICT_SIZE', [value], bounds)
  if (!measurable.has(type)) return undefined
  return b.one('_CALL_IMPLEMENTATION_1', [b.datum(type!.length), value], bounds, { effect: 'pure' })
}

function callKw(b: Builder, oparg: number, form: OpcodeName): void {
  const names = (b.peek(1).known.constant as PyTuple).items as readonly string[]
  const callable = b.peek(oparg + 3)
  const self = b.peek(oparg + 2)
  const args: Operand[] = []
  for (let i = oparg + 1; i > 1; i--) args.push(b.peek(i))
  const all = self.known.kind === 'unbound' ? args : [self, ...args]
  if (self.known.isBound || self.known.kind === 'unbound' || callable.known.constant instanceof PyFunction) {
    const { constant } = callable.known
    const cache = b.code.caches[b.at + 1] as CallCache | undefined
    const func = constant instanceof PyFunction ? constant : form === 'CALL_KW_PY' ? cache!.callable : undefined
    const version = constant instanceof PyFunction ? constant.version : cache?.version
    if (func instanceof PyFunction && callFunction(b, callable, func, version!, all, names)) return
  }
  if (isCold(b)) return b.leave('cold')
  if (form === 'CALL_KW_NON_PY' && lowerByExpansion(b, form, oparg)) return
  guardNesting(b)
  const result = b.one('_CALL_KEYWORDS', [callable, self, args, b.peek(1)])
  popCall(b, true)
  b.push(result)
}

/** `f(*args, **keywords)`. Mostly what arrives there was passed on: just the arguments that the function takes, and no keywords. */
function callEx(b: Builder): void {
  const operands = [b.peek(4), b.peek(3), b.peek(2), b.peek(1)]
  const [callable, self, args, keywords] = operands as [Operand, Operand, Operand, Operand]
  const isPassedOn =
    args.known.type === tupleType && (keywords.known.kind === 'unbound' || keywords.known.type === dictType)
  if (isPassedOn && self.known.kind === 'unbound' && !isUnstable(b.code, b.at)) {
    b.emit('_GUARD_PASSED_ON', [callable, args, keywords], [k.objectOf(functionType)])
    b.popMany(4)
    b.sync()
    return runWith(b, callable, `${callable.text}.code.callee`, () => [`...${args.text}.items`], null)
  }
  guardNesting(b)
  const result = b.one('_CALL_UNPACKED', operands)
  b.popMany(4)
  b.push(result)
}

export const calls: LowerTable = { CALL: call, CALL_KW: callKw, CALL_FUNCTION_EX: callEx }
