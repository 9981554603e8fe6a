/** The module pwd: the accounts in /etc/passwd. */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { asInt } from '../objects/number.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { makeStructSequence, structSequenceType } from '../builtins/struct-sequence.ts'
import { accountEntries } from './posix/account-files.ts'

const entryType = structSequenceType('struct_passwd', {
  module: 'pwd',
  doc: 'pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.',
  fields: [
    ['pw_name', 'user name'],
    ['pw_passwd', 'password'],
    ['pw_uid', 'user id'],
    ['pw_gid', 'group id'],
    ['pw_gecos', 'real name'],
    ['pw_dir', 'home directory'],
    ['pw_shell', 'shell program'],
  ],
})

const entries = (): string[][] => accountEntries('/etc/passwd', 7)

const entryFrom = ([name, password, uid, gid, ...rest]: string[]): Value =>
  makeStructSequence(entryType, [name!, password!, Number(uid), Number(gid), ...rest])

/** The number in an argument that names an account or a group. */
export function accountId(value: Value, what: 'uid' | 'gid'): number {
  const int = asInt(value)
  if (int === undefined) raiseTypeError(`${what} should be integer, not ${typeName(typeOf(value))}`)
  return Number(int)
}

defineModule('pwd', {
  doc: 'The accounts of this system, as /etc/passwd has them.',
  functions: () => [
    builtin(
      'getpwuid($module, uidobj, /)',
      (value: Value) => {
        const uid = accountId(value, 'uid')
        const entry = entries().find(fields => Number(fields[2]) === uid)
        // What is no uid_t is not even named.
        if (uid < 0 || uid > 0xffffffff) raise(keyErrorType, 'getpwuid(): uid not found')
        if (entry === undefined) raise(keyErrorType, `getpwuid(): uid not found: ${uid}`)
        return entryFrom(entry)
      },
      'Return the entry of a user id.',
    ),
    builtin(
      'getpwnam($module, name, /)',
      (value: Value) => {
        const str = asStr(value)
        if (str === undefined) raiseTypeError(`getpwnam() argument must be str, not ${typeName(typeOf(value))}`)
        if (textOf(str).includes('\0')) raise(valueErrorType, 'embedded null byte')
        const entry = entries().find(fields => fields[0] === textOf(str))
        if (entry === undefined) raise(keyErrorType, `getpwnam(): name not found: ${reprText(value)}`)
        return entryFrom(entry)
      },
      'Return the entry of a user name.',
    ),
    builtin('getpwall($module, /)', () => new PyList(entries().map(entryFrom)), 'Return a list of all entries.'),
  ],
  attributes: () => ({ struct_passwd: entryType }),
})
