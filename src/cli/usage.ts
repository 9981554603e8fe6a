/** What the command line says about itself, and how it complains. */
import { passNames } from '../jit/passes.ts'

/** The command line cannot be understood: exit status 2. */
export class UsageError {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

const usageLine = (name: string): string => `usage: ${name} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`

export const usageErrorText = (name: string, message: string): string =>
  `${message}\n${usageLine(name)}Try \`taipan -h' for more information.\n`

/** `-h`. */
export const helpText = (
  name: string,
): string => `${usageLine(name)}Options, with the environment variables that do the same:
-b     : warn where bytes are compared with str or int, or become text by str();
         -bb makes the warnings errors
-B     : write no .pyc files; also PYTHONDONTWRITEBYTECODE=x
-c cmd : run the program that is given as text (ends the options)
-E     : ignore the environment variables that begin with PYTHON
-h     : print this text (also -? and --help)
-i     : be interactive after the program has ended; also PYTHONINSPECT=x
-I     : isolate the program from its user's environment (implies -E, -P and -s)
-m mod : run a module of the library as a program (ends the options)
-O     : leave assert statements out; also PYTHONOPTIMIZE=x
-OO    : leave docstrings out as well
-P     : put no folder that may be unsafe first on sys.path; also PYTHONSAFEPATH=x
-q     : print no version when interactive
-s     : leave the user's own packages out; also PYTHONNOUSERSITE=x
-S     : leave out what the module site adds
-u     : do not buffer stdout and stderr; also PYTHONUNBUFFERED=x
-v     : trace imports; also PYTHONVERBOSE=x
-V     : print the version (also --version); -VV prints more
-W arg : filter warnings by action:message:category:module:lineno;
         also PYTHONWARNINGS=arg
-x     : skip the first line of the source
-X opt : set an option of the implementation (--help-xoptions)
--help-env      : print what environment variables do
--help-xoptions : print what -X options there are
--help-all      : print all of it

Taipan's own:
--dump=tokens|ast|symbols|bytecode|specialized|trace|passes|allocated|code[:FUNCTION]
         print what the program becomes at that stage. It is run for the last five: as
         specialized in the end, or each region of it when that got hot: its blocks, what
         the passes did, which registers have what, and the code that was made
--explain=FILE:LINE
         run the program, and say on stderr in the end for this line what was
         specialized and compiled, what was not and why, and where compiled code was left
--stats[=json]  : print on stderr at the end how instructions were specialized, what was
                  compiled, and where compiled code was left
--passes=LIST   : as -X jit-passes
--no-specialization
         run every instruction in its general form

Arguments:
file   : run the program in a file, or in a folder or zip archive by its __main__.py
-      : run the program that comes from stdin (the default; interactive if that
         is a terminal)
arg ...: what the program finds in sys.argv[1:]
`

/** `--help-env`. */
export const environmentText = `Environment variables:
PYTHONBREAKPOINT        what breakpoint() calls; 0 for nothing
PYTHONHASHSEED          a number that makes hashes of str and bytes the same in each
                        run (0 to 4294967295), or "random"
PYTHON_HISTORY          where the lines typed are kept
PYTHONIOENCODING        encoding[:errors] of the standard streams
PYTHONPATH              folders to search for modules before the library, with ":" between
PYTHONSTARTUP           a file to run when interactive
These do what options do:
PYTHONDEVMODE (-X dev), PYTHONDONTWRITEBYTECODE (-B), PYTHONFAULTHANDLER (-X faulthandler),
PYTHONINSPECT (-i),
PYTHONINTMAXSTRDIGITS (-X int_max_str_digits), PYTHON_JIT (-X jit), PYTHONNOUSERSITE (-s), PYTHONOPTIMIZE (-O),
PYTHONSAFEPATH (-P), PYTHONUNBUFFERED (-u), PYTHONVERBOSE (-v), PYTHONWARNINGS (-W)
`

/** `--help-xoptions`. */
export const xOptionsText = `Options of the implementation:
-X dev                  development mode: more warnings, and -X faulthandler; also PYTHONDEVMODE
-X faulthandler         write the stack before a signal ends the program; also PYTHONFAULTHANDLER
-X jit=on|off           whether hot code is compiled (on); also PYTHON_JIT=1|0
-X jit-threshold=N      how often a loop or function runs before it is compiled
-X jit-passes=LIST      optimizations that compiled code gets: names with commas between
                        (only these), each with "-" before it (all but these), all, none;
                        ${passNames.slice(0, 4).join(', ')},
                        ${passNames.slice(4).join(', ')}
-X jit-stress           compile at once, and leave compiled code now and then for no
                        reason: for testing
-X no_debug_ranges      leave columns out of tracebacks and positions; also PYTHONNODEBUGRANGES
-X int_max_str_digits=N the longest int that becomes text or comes from it; 0 for
                        no limit; also PYTHONINTMAXSTRDIGITS
-X utf8                 sets the flag: everything is UTF-8 anyhow; also PYTHONUTF8
-X cpu_count=N          what os.cpu_count() answers; also PYTHON_CPU_COUNT
-X pycache_prefix=PATH  sys.pycache_prefix; also PYTHONPYCACHEPREFIX
-X thread_inherit_context=1, -X context_aware_warnings=1
                        the flags of these names; also PYTHON_THREAD_INHERIT_CONTEXT,
                        PYTHON_CONTEXT_AWARE_WARNINGS
-X warn_default_encoding
                        warn where a file is opened without an encoding; also
                        PYTHONWARNDEFAULTENCODING
Others are kept in sys._xoptions.
`
