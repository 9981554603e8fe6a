/** Loads every module that is written in TypeScript, so that it can be imported. */
import './_bisect.ts'
import './_collections.ts'
import './_functools.ts'
import './_heapq.ts'
import './_operator.ts'
import './_random.ts'
import './_sre.ts'
import './itertools.ts'
