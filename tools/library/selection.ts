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

/** Modules and packages (with all in them) that are packed compiled. */
const compiled = new Set(
  `__future__ _collections_abc _colorize _opcode_metadata _py_warnings _datetime _pydatetime
  _sitebuiltins _strptime _threading_local _weakrefset abc annotationlib argparse ast asyncio base64 bisect calendar codecs
  collections concurrent contextlib contextvars copy copyreg csv dataclasses datetime decimal dis enum fnmatch
  functools genericpath gettext glob hashlib heapq importlib inspect io json keyword linecache
  logging numbers opcode operator os pathlib pickle posixpath queue random re reprlib runpy selectors
  shutil signal socket stat string struct subprocess tempfile textwrap threading token tokenize
  traceback types typing unittest urllib warnings weakref zipimport`.split(/\s+/),
)
/** Parts of those that few programs reach. */
const rarelyUsed =
  /^(asyncio\/(sslproto|__main__|tools)|urllib\/(robotparser|request)|concurrent\/futures\/process|importlib\/(metadata|resources|simple|readers)|unittest\/(mock|async|__main__))|^re\/_(casefix|compiler|parser)|^pathlib\/types|^logging\/(config|handlers)/
const usedEncodings =
  /^encodings\/(__init__|aliases|ascii|latin_1|utf_8|utf_8_sig|utf_16|utf_16_le|utf_16_be|utf_32|cp1252|idna|raw_unicode_escape|unicode_escape)\.py$/

export function isPackedCompiled(name: string): boolean {
  if (!name.endsWith('.py') || rarelyUsed.test(name)) return false
  return usedEncodings.test(name) || compiled.has(/^[^/.]*/.exec(name)![0])
}
