#!/usr/bin/env node
/**
 * Starts the command line (bin/package.json makes this file a CommonJS module: those start faster). As a microtask: V8 makes a message for
 * all that is thrown in a script's own run, at twice the price of a throw, but not there.
 */
const runtime = require('../dist/launch.cjs').load()
Promise.resolve().then(runtime.start)
