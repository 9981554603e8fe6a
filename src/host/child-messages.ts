/**
 * What the thread that keeps started programs (child-thread.ts) and the thread that Python runs in (node-children.ts) tell each other.
 *
 * Python waits without giving the event loop a turn, and Node hears of its children in the event loop only: so another thread has them. It
 * counts its messages in shared memory, where the waiting thread sleeps until the count changes.
 */
import type { MessagePort } from 'node:worker_threads'
import type { ChildCommand } from '../base/host.ts'

/** What child-thread.ts gets when it is started. */
export interface ChildThreadData {
  readonly port: MessagePort
  /** One Int32: how many messages it has sent. */
  readonly count: SharedArrayBuffer
}

export type ChildRequest =
  | { readonly kind: 'start'; readonly child: number; readonly command: ChildCommand }
  | { readonly kind: 'write'; readonly child: number; readonly bytes: Uint8Array }
  | { readonly kind: 'close'; readonly child: number; readonly stream: number }

export type ChildReport =
  | { readonly kind: 'started'; readonly child: number; readonly pid: number }
  | { readonly kind: 'failed'; readonly child: number; readonly code: string }
  | { readonly kind: 'wrote'; readonly child: number; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly kind: 'stopped reading'; readonly child: number }
  | { readonly kind: 'exited'; readonly child: number; readonly status: number }
