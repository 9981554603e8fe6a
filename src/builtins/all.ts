/** Loads every file that gives builtin types their slots and methods. */
