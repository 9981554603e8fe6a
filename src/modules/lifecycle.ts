/** The first and the last moments of an interpreter. As Python/pylifecycle.c. */
import { finalizeAll } from '../builtins/finalizers.ts'
import { findAttribute } from '../objects/attribute.ts'
import { createBuiltinModule } from '../objects/builtin-module.ts'
import { callMethod, call } from '../objects/call.ts'
import { raised } from '../objects/exception.ts'
import { PyModule } from '../objects/module.ts'
import { hooks } from '../objects/hooks.ts'
import { truth } from '../objects/truth.ts'
import type { Value } from '../objects/value.ts'
import { vm } from '../objects/vm.ts'
import { runExitFunctions } from './atexit.ts'
import { configuration } from './configuration.ts'
import { loadBuiltin } from './import/bootstrap.ts'
import { specifyLater } from './import/late-specs.ts'
import { libraryOf } from './library/store.ts'
import { closeMade, writeHeld } from './posix/left-open.ts'
import { finalization } from './sys/objects.ts'
import { makeStandardStreams } from './io/standard-streams.ts'
import { addSiteBuiltins } from './site-builtins.ts'

/** Makes the modules that every program has; answers `__main__`. */
export function startInterpreter(): PyModule {
  const builtins = createBuiltinModule('builtins')!
  vm.builtins = builtins.dict
  const sys = createBuiltinModule('sys')!
  vm.sys = sys.dict
  vm.modules.setStr('sys', sys)
  vm.modules.setStr('builtins', builtins)
  const io = loadBuiltin('_io') as PyModule
  builtins.dict.setStr('open', io.dict.getStr('open')!)
  makeStandardStreams()
  if (configuration().importsSite) addSiteBuiltins()
  if (libraryOf(vm.host) !== null) {
    specifyLater(sys, () => {}, ['meta_path', 'path_hooks', 'path_importer_cache'])
    specifyLater(builtins, () => {})
    specifyLater(io, () => {})
  }
  const main = new PyModule('__main__')
  main.dict.setStr('__builtins__', builtins)
  vm.modules.setStr('__main__', main)
  return main
}

/** Does what a program has asked to be done at its end, and writes out what the streams still hold. False if that failed. */
export function finishInterpreter(): boolean {
  const threading = vm.modules.getStr('threading')
  const shutdown = threading === undefined || threading === null ? undefined : findAttribute(threading, '_shutdown')
  if (shutdown !== undefined) quietly(() => call(shutdown, []), shutdown)
  runExitFunctions()
  vm.state(finalization).hasBegun = true
  finalizeAll()
  closeMade()
  const succeeded = flushStreams()
  writeHeld(true)
  return succeeded
}

function quietly(work: () => Value, object: Value): void {
  try {
    work()
  } catch (thrown) {
    hooks.unraisable(raised(thrown), 'Exception ignored on threading shutdown', object)
  }
}

/** Flushes sys.stdout and sys.stderr. */
export function flushStreams(): boolean {
  let succeeded = true
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = vm.sysAttribute(name) ?? null
    if (stream === null || isClosed(stream)) continue
    try {
      callMethod(stream, 'flush')
    } catch (thrown) {
      const exception = raised(thrown)
      if (name === 'stdout') hooks.unraisable(exception, 'Exception ignored while flushing sys.stdout', stream)
      succeeded = false
    }
  }
  return succeeded
}

function isClosed(stream: Value): boolean {
  try {
    return truth(findAttribute(stream, 'closed') ?? false)
  } catch (thrown) {
    raised(thrown)
    return false
  }
}
