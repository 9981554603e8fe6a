/**
 * Modules that have no spec and no loader yet.
 *
 * Those are objects of importlib, which takes longer to start than all that most programs import, and hardly a program asks for them. So in the dict of a
 * module that was imported the short way, and of the program itself, they are None until somebody asks the module for them or importlib starts for
 * another reason. What looks into the dicts of modules could see that: a program that may do so is known by the names in it, and gets everything at
 * once.
 */
import type { Code, CodeConstant } from '../../compiler/code.ts'
import type { Incomplete, PyModule } from '../../objects/module.ts'
import type { Value } from '../../objects/value.ts'
import { vm } from '../../objects/vm.ts'
import { libraryOf } from '../library/store.ts'
import { ensureImportlib, importlibHasBegun, whenImportlibHasStarted } from './bootstrap.ts'

const ofSpecs: ReadonlySet<string> = new Set(['__spec__', '__loader__'])

/** What may show a dict of globals, or runs code that does. */
const ofDicts: ReadonlySet<string> = new Set(
  '__spec__ __loader__ __dict__ globals locals vars exec eval compile f_globals f_locals _getframe'.split(' '),
)

class LateSpecs {
  isAllowed = false
  /** Something has been seen that may look into dicts. */
  isOver = false
  /** Is there a module without its spec? */
  areAwaited = false
}
const late = { create: () => new LateSpecs() }

/** Told of the program's code before it runs, or of each piece of it. */
export function noteProgram(code: Code): void {
  const specs = vm.state(late)
  if (specs.isOver || libraryOf(vm.host) === null) return
  if (mentions(code, ofDicts)) endLateSpecs()
  else specs.isAllowed = true
}

/** From now on every module has its spec from the beginning. */
export function endLateSpecs(): void {
  const specs = vm.state(late)
  if (specs.areAwaited) ensureImportlib()
  specs.isAllowed = false
  specs.isOver = true
}

/** May modules be without specs for the time being? */
export const specsMayWait = (): boolean => vm.state(late).isAllowed && !importlibHasBegun()

/** Does a module of the library look for its own spec while it runs? Its functions, if they do, ask modules. */
export const looksForSpec = (code: Code): boolean => code.names.some(name => ofSpecs.has(name))

class LateSpec implements Incomplete {
  readonly attributes: ReadonlySet<string>
  isInitializing: boolean
  constructor(attributes: ReadonlySet<string>) {
    this.attributes = attributes
    this.isInitializing = false
  }

  complete(): void {
    ensureImportlib()
  }
}

/** Lets a module wait for its spec and loader, and `further` attributes, which `fill` gives it once importlib has started: at once if it has. */
export function specifyLater(module: PyModule, fill: () => void, further: readonly string[] = []): LateSpec {
  const specs = vm.state(late)
  if (specs.isAllowed) specs.areAwaited = true
  const lateSpec = new LateSpec(further.length === 0 ? ofSpecs : new Set([...ofSpecs, ...further]))
  module.incomplete = lateSpec
  whenImportlibHasStarted(() => {
    fill()
    module.incomplete = null
  })
  return lateSpec
}

/** Fills in what is None in the module's dict: the program may have put something there. */
export function fillIn(module: PyModule, name: string, value: Value): void {
  if (module.dict.getStr(name) === null) module.dict.setStr(name, value)
}

function mentions(code: Code, words: ReadonlySet<string>): boolean {
  return code.names.some(name => words.has(name)) || code.consts.some(constant => isMention(constant, words))
}

function isMention(constant: CodeConstant, words: ReadonlySet<string>): boolean {
  if (typeof constant === 'string') return words.has(constant)
  return typeof constant === 'object' && constant !== null && 'names' in constant && mentions(constant, words)
}
