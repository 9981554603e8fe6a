/**
 * Reading in a thread what has not come yet. A buffer reads what is below it in TypeScript, where a thread that waits cannot be left, and
 * everybody beneath it on JavaScript's stack would have to wait as well. So before it begins, the outermost reader waits for enough to
 * be ahead in the buffer, piece by piece, and is left meanwhile; the read itself then waits for nothing.
 */
import type { Leavable } from '../../interpreter/called-builtin.ts'
import { canBeLeft, hasThreads, waitUntil } from '../../interpreter/threads.ts'
import { findAttribute } from '../../objects/attribute.ts'
import { callMethod } from '../../objects/call.ts'
import { asInt } from '../../objects/number.ts'
import type { Value } from '../../objects/value.ts'
import { pythonFiles } from '../posix/python-files.ts'
import type { PyBuffered } from './buffer.ts'
import { isPlain } from './raw-stream.ts'

/** What must be so before the raw stream can be read without waiting: of files, and of the streams that the module socket makes. */
function awaitedBelow(raw: Value): (() => boolean) | null {
  if (isPlain(raw)) return pythonFiles().awaited(raw.fd)
  const socket = findAttribute(raw, '_sock')
  const fd = socket === undefined || socket === null ? undefined : asInt(callMethod(socket, 'fileno'))
  return fd === undefined || fd < 0 ? null : pythonFiles().awaited(Number(fd))
}

/** Does `work`, as `reader`, once `isEnough` or there is no more to come. */
export function gathered<T extends Value | undefined>(
  reader: Leavable,
  buffer: PyBuffered | null,
  isEnough: () => boolean,
  work: () => T,
): T {
  if (buffer === null || !hasThreads() || !canBeLeft(reader) || isEnough()) return work()
  const awaited = awaitedBelow(buffer.stream)
  if (awaited === null) return buffer.fillUp() > 0 ? gathered(reader, buffer, isEnough, work) : work()
  return waitUntil(reader, awaited, null, () => gathered(reader, buffer, isEnough, work)) as T
}
