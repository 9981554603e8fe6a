/**
 * A feature is a part of the language that a program made at random may be about: definitions for its world, and what is said with them. All are
 * templates (templates.ts). A program has a few features, so that they meet each other and what all programs have.
 *
 * Definitions may use what all programs have, and no other feature's.
 */
import type { Kind } from '../expressions.ts'

export interface Feature {
  readonly name: string
  readonly definitions: string
  readonly expressions?: Partial<Record<Kind, readonly string[]>>
  readonly statements?: readonly string[]
  /** Changes of what compiled code may have taken for constant. */
  readonly mutations?: readonly string[]
}
