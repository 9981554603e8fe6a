/**
 * The words in which instructions are written.
 *
 * A definition is plain TypeScript: its parameters are what it takes from the value stack (the last one is the top), what it returns is what
 * it pushes. The bodies are type-checked here, but never run: tools/generate-instructions.ts reads their text and inlines it
 * into the dispatch function (interpreter/generated), and from the same text come the metadata and the stencils of tier 2.
 *
 *     export const _GUARD_BOTH_INT = uop((left: Value, right: Value): [Int, Int] => {
 *       exitUnless(typeof left === 'number')
 *       exitUnless(typeof right === 'number')
 *       return [left, right]
 *     })
 *     export const BINARY_OP_ADD_INT = specialization('BINARY_OP', _GUARD_BOTH_INT, _BINARY_OP_ADD_INT)
 *
 * An output that is the input of the same name and place costs nothing: so a guard is a micro-op that gives back what it
 * took, with a narrower type. All guards of an instruction come before anything that can be seen from outside.
 *
 * The parameter and result types say in which form an operand comes: `Float` is a raw double inside the body and a boxed float on the stack;
 * `Values<'n'>` is an array of the n values below, `Region<'n'>` the index in `slots` where these n values begin; an output of type
 * `If<'condition', T>` is pushed only where the condition holds. Everything that is not a word of this file and not a parameter
 * is an ordinary function, imported: longer bodies belong there, since V8 optimizes the dispatch function only up to a certain size.
 */
import type { Frame, PyCode } from '../objects/frame.ts'
import type { Value } from '../objects/value.ts'

/** An int as a JavaScript number. */
export type Small = number
/** A float: the raw double here, a PyFloat on the stack. */
export type Float = number
export type Unbound = Value | undefined
/** The values of a variable number of operands, as a new array. */
export type Values<_Count extends string> = Value[]
/** A variable number of operands, left where they are: the index in `slots` of the first. */
export type Region<_Count extends string> = number
/** An output that is pushed only if the condition holds. */
export type If<_Condition extends string, T> = T
/** A return that is no output: control goes elsewhere. */
export type Elsewhere = { readonly elsewhere: unique symbol }

// The machine's registers, by the names that they have in the dispatch function.
export declare const oparg: number
export declare const frame: Frame
export declare const code: PyCode
export declare const slots: (Value | undefined)[]
/** The code's instructions and the adaptive counters between them. */
export declare const units: Int32Array
/** Index in `units` of what follows the opcode: the first inline cache unit if there is one. */
export declare const pc: number
/** Index in `slots` of the first free place. */
export declare const sp: number

/** Unless the condition holds, the generic form of the instruction runs instead. */
export declare function exitUnless(condition: unknown): asserts condition
/** What the specializer has cached for this instruction. */
export declare function cache<T extends object>(): T
/** The next instruction is `distance` units after the one that follows this one (before, if negative). */
export declare function jumpBy(distance: number): void
/** The same, at once, leaving the stack as it was before this instruction. */
export declare function skipBy(distance: number): Elsewhere
/** Suspends this frame and runs `callee`, whose return value will be pushed. */
export declare function enterFrame(callee: Frame): Elsewhere
/** Ends this frame: `value` goes to whoever entered it. */
export declare function leaveFrame(value: Value): Elsewhere
/** Suspends this frame, a generator's, handing `value` to whoever resumed it. */
export declare function yieldValue(value: Value): Elsewhere
/** The outputs are these values, the first of them on top. */
export declare function unpackAll(items: readonly Value[]): Elsewhere
/** Unwinds as if `thrown` had been thrown, at a tenth of what throwing costs. */
export declare function raiseThrown(thrown: object): Elsewhere
/** What is to happen to the frame, or the new `sp`, as an operation says it (dispatch-support.ts); `pc` is in the frame. */
export declare function outcome(answer: number): Elsewhere
/** Leaves the dispatch function for the eval breaker; this instruction is executed anew when it is entered again. */
export declare function pause(): Elsewhere
/** The value `depth` below the top (1 is the top itself), where no parameter can name it. */
export declare function peek(depth: number): Value | undefined
export declare function poke(depth: number, value: Value | undefined): void

// biome-ignore lint/suspicious/noConfusingVoidType: a body without outputs.
type Body = (...inputs: never[]) => Value | undefined | Elsewhere | readonly unknown[] | void

/** A micro-op. */
export const uop = <B extends Body>(body: B): B => body
/** An instruction: micro-ops in order, each taking what those before it left on the stack. */
export const instruction = (...uops: Body[]): readonly Body[] => uops
/** The generic form of a family: the first micro-op specializes, when the adaptive counter says so. */
export const adaptive = (specialize: Body, ...uops: Body[]): readonly Body[] => [specialize, ...uops]
/** A specialized form of an instruction of `family`: exits run the generic form. */
export const specialization = (_family: string, ...uops: Body[]): readonly Body[] => uops
