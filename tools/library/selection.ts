/**
 * What of the archive is packed, and which of it is packed compiled as well.
 *
 * Compiled code is about twice as large as the source that it comes from, even compressed, and the whole package must stay small. So
 * code is packed for what programs commonly import; the rest is compiled when it is imported.
 */

/** What makes no sense here: Pyodide's own, what needs native parts that we do not have, other systems' parts, tests and demonstrations. */
const leftOut =
  /^(_pyodide|pyodide|pyodide_js|site-packages|test|idlelib|ensurepip|turtledemo|lib2to3|tkinter|curses|dbm|sqlite3|ctypes|venv|_sysconfigdata_|_ios_support|_apple_support|_android_support|_osx_support|webbrowser|antigravity|asyncio\/(windows_|proactor)|concurrent\/(interpreters|futures\/interpreter)|multiprocessing\/(popen_spawn_win32|heap|sharedctypes|shared_memory)|encodings\/(mbcs|oem|big5hkscs|euc_jis|hz|iso2022_(jp_|kr)|johab|shift_jis(_2004|x))|_pyrepl\/(windows|unix|fancy_termios|terminfo)|.*\.ini|.*\/tests?\/)/

export const isPacked = (name: string): boolean => !leftOut.test(name)

/**
 * Modules and packages (with all in them) that are packed compiled. Those of a line are imported together, and are a block of the pack: an import reads
 * and inflates whole blocks.
 */
const compiled = `
  _collections_abc _weakrefset abc collections copyreg functools keyword operator re reprlib types
  codecs contextlib enum genericpath io os posixpath stat warnings _py_warnings
  typing
  copy json string textwrap weakref
  annotationlib ast dataclasses dis inspect opcode _opcode_metadata
  importlib struct zipimport
  _colorize linecache token tokenize traceback
  _threading_local logging queue threading
  base64 bisect decimal hashlib heapq numbers random
  _datetime _pydatetime _strptime calendar datetime
  argparse gettext
  fnmatch glob pathlib shutil tempfile
  selectors signal socket subprocess
  unittest
  asyncio concurrent contextvars
  csv pickle
  __future__ _sitebuiltins encodings runpy urllib`
  .trim()
  .split('\n')
  .map(line => line.trim().split(' '))

/** Parts of those that few programs reach. */
const rarelyUsed =
  /^(asyncio\/(sslproto|__main__|tools)|urllib\/(robotparser|request)|concurrent\/futures\/process|importlib\/(metadata|resources|simple|readers)|unittest\/(mock|async|__main__))|^re\/_(casefix|compiler|parser)|^pathlib\/types|^logging\/(config|handlers)/
const usedEncodings =
  /^encodings\/(__init__|aliases|ascii|latin_1|utf_8|utf_8_sig|utf_16|utf_16_le|utf_16_be|utf_32|cp1252|idna|raw_unicode_escape|unicode_escape)\.py$/

/** The block that the compiled code of a file goes to; -1 if only its source is packed. */
export function blockOfCode(name: string): number {
  if (!name.endsWith('.py') || rarelyUsed.test(name)) return -1
  const module = /^[^/.]*/.exec(name)![0]
  return compiled.findIndex(line => line.includes(module) && (module !== 'encodings' || usedEncodings.test(name)))
}
