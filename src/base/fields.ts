/**
 * A field that has never changed is a constant to V8's machine code, by the class of the object: where one object's field changes for the first time, the code of all
 * that have read it is thrown away. The first float in any list took every loop over lists with it.
 */

/** Shows V8, on an object of the class that nobody else needs, which fields change, and to what. */
export function changing<T extends object>(example: T, changes: Partial<T>): T {
  return Object.assign(example, changes)
}

/** An object that is none of those which the field has otherwise. */
export const anything = {} as never
