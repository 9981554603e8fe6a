/** Loads every module that is written in TypeScript, so that it can be imported. */
import './itertools.ts'
