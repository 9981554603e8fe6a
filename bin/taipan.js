#!/usr/bin/env node
/** Starts the command line (bin/package.json makes this file a CommonJS module: those start faster). */
require('../dist/launch.cjs').load().start()
