/** The module _posixsubprocess. No host of ours can fork: programs are run to their end by `os.system`. */
import { errors } from '../base/errno.ts'
import { defineModule } from '../objects/builtin-module.ts'
import { builtin } from '../objects/signature.ts'
import { vm } from '../objects/vm.ts'
import { raiseOSError } from './posix/os-error.ts'

defineModule('_posixsubprocess', {
  doc: 'A POSIX helper for the subprocess module.',
  functions: () => [
    builtin(
      'fork_exec($module, /, *args)',
      () => raiseOSError(vm.host.process === null ? errors.EPERM : errors.ENOSYS),
      'Spawn a fresh new child process.',
    ),
  ],
})
