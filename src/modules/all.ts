/** Loads every module that is written in TypeScript, so that it can be imported. */
import './_collections.ts'
import './_functools.ts'
import './itertools.ts'
