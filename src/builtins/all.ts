/** Loads every file that gives builtin types their slots and methods. */
import './list.ts'
import './sequence-iterators.ts'
import './str.ts'
import './tuple.ts'
