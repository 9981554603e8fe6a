# sys: what a program may rely on.
import sys
print(sys.version_info[:2], sys.version_info >= (3, 14), sys.version_info.major, sys.implementation.name in ("cpython", "taipan"), sys.byteorder, sys.maxunicode, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.float_repr_style, sys.flags.optimize, isinstance(sys.argv, list), isinstance(sys.path, list), "sys" in sys.modules, sys.stdout.encoding, sys.hexversion >> 16 == 0x030E, sys.api_version if False else "", sys.int_info.default_max_str_digits, sys.intern("a") is sys.intern("a"), callable(sys.exit), sys.getsizeof(1) > 0, sys.getrefcount is not None, sys.is_finalizing())
print(sys.get_int_max_str_digits()); sys.set_int_max_str_digits(1000)
try: int("1" * 1001)
except ValueError as error: print(error)
sys.set_int_max_str_digits(4300)
for code in ("sys.set_int_max_str_digits(5)", "sys.setrecursionlimit('a')", "sys.intern(5)", "sys.exit(1, 2)", "sys.getsizeof()", "sys.nothing", "sys._getframe(1000)", "sys.setswitchinterval(-1)"):
    try: print(code, eval(code))
    except (ValueError, TypeError, AttributeError) as error: print(code, "->", type(error).__name__, error)
print(sys._getframe().f_code.co_name, sys.exc_info(), sys.displayhook(None), sys.displayhook(5)); import builtins; print(builtins._, sys.stdin.read(), sys.stdout.write("written\n"), sys.stderr is not None, sys.__stdout__ is not None, len(sys.builtin_module_names) > 5, sys.warnoptions, sys.dont_write_bytecode in (True, False), sys.platform in ("linux", "darwin", "win32", "emscripten", "browser"), sys.copyright[:13], sys.exec_prefix is not None)
