/** The module grp: the groups in /etc/group. */
import { defineModule } from '../objects/builtin-module.ts'
import { typeOf } from '../objects/builtin-types.ts'
import { raise, raiseTypeError } from '../objects/exception.ts'
import { keyErrorType, valueErrorType } from '../objects/exception-types.ts'
import { PyList } from '../objects/list.ts'
import { builtin } from '../objects/signature.ts'
import { asStr, textOf } from '../objects/str.ts'
import { reprText } from '../objects/text.ts'
import { typeName } from '../objects/type.ts'
import type { Value } from '../objects/value.ts'
import { makeStructSequence, structSequenceType } from '../builtins/struct-sequence.ts'
import { accountEntries } from './posix/account-files.ts'
import { accountId } from './pwd.ts'

const entryType = structSequenceType('struct_group', {
  module: 'grp',
  doc: 'grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.',
  fields: [
    ['gr_name', 'group name'],
    ['gr_passwd', 'password'],
    ['gr_gid', 'group id'],
    ['gr_mem', 'group members'],
  ],
})

const entries = (): string[][] => accountEntries('/etc/group', 4)

const entryFrom = ([name, password, gid, members]: string[]): Value =>
  makeStructSequence(entryType, [name!, password!, Number(gid), new PyList(members === '' ? [] : members!.split(','))])

defineModule('grp', {
  doc: 'The groups of this system, as /etc/group has them.',
  functions: () => [
    builtin(
      'getgrgid($module, /, id)',
      (value: Value) => {
        const gid = accountId(value, 'gid')
        const entry = entries().find(fields => Number(fields[2]) === gid)
        if (entry === undefined) raise(keyErrorType, `getgrgid(): gid not found: ${gid}`)
        return entryFrom(entry)
      },
      'Return the entry of a group id.',
    ),
    builtin(
      'getgrnam($module, /, name)',
      (value: Value) => {
        const str = asStr(value)
        if (str === undefined) raiseTypeError(`getgrnam() argument 'name' must be str, not ${typeName(typeOf(value))}`)
        if (textOf(str).includes('\0')) raise(valueErrorType, 'embedded null byte')
        const entry = entries().find(fields => fields[0] === textOf(str))
        if (entry === undefined) raise(keyErrorType, `getgrnam(): name not found: ${reprText(value)}`)
        return entryFrom(entry)
      },
      'Return the entry of a group name.',
    ),
    builtin('getgrall($module, /)', () => new PyList(entries().map(entryFrom)), 'Return a list of all entries.'),
  ],
  attributes: () => ({ struct_group: entryType }),
})
