# compile, eval and exec with their namespaces, modes and flags.
print(eval("1 + 2"), eval("  3"), eval(b"4"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval(compile("6", "f", "eval")), exec("pass"), exec(""), eval("\t7\n\n"))
code = compile("a = 1\nb = a + 1", "name.py", "exec"); ns = {}; exec(code, ns); print(ns["b"], code.co_filename, code.co_name, "__builtins__" in ns, type(code).__name__)
single = compile("1 + 1\n", "<s>", "single"); exec(single); exec(compile("'text'", "<s>", "single")); exec(compile("None", "<s>", "single")); exec(compile("x = 5", "<s>", "single"))
import sys
shown = []; hook, sys.displayhook = sys.displayhook, shown.append; exec(single); sys.displayhook = hook; print(shown)
class NS(dict):
    def __getitem__(self, k): return super().get(k, k * 2) if k != "print" else print
    def __missing__(self, k): return "missing"
exec("print(abc); y = 1; print(y)", {}, NS()); print(eval("[zz, qq]", {}, NS()))
for c, mode in (("1 +", "eval"), ("x = 1", "eval"), ("1; 2", "eval"), ("", "eval"), ("x = 1\ny = 2", "single"), ("if 1: pass", "single"), ("def f(): pass\n", "single"), ("1", "bad"), ("a b", "exec"), ("\0", "exec")):
    try: print(repr(c), mode, type(compile(c, "<c>", mode)).__name__)
    except (SyntaxError, ValueError) as error: print(repr(c), mode, "->", type(error).__name__, error)
for c in ("eval(5)", "eval('1', 5)", "eval('1', {}, 5)", "exec('1', 5)", "exec(5)", "eval('x', {'__builtins__': {}})", "eval('len([])', {'__builtins__': {}})", "eval('len([])', {'__builtins__': {'len': lambda x: 'fake'}})", "compile('1', 5, 'eval')", "compile(5, 'f', 'eval')", "compile('1', 'f', 'eval', 1 << 30)", "exec('yield')", "eval('(yield)')", "eval(compile('x = 1', 'f', 'exec'))", "exec(compile('1', 'f', 'eval'))", "exec('def f(): return v\\nv = 9\\nr = f()', d := {}), d['r']", "eval('lambda: free')() if 0 else 1", "exec(closed.__code__)", "exec('1', closure=())", "eval('await x')", "exec('a = b = 1; del a; print(b)')", "eval('__name__')", "eval('globals() is g', g := {})"):
    def outer():
        v = 1
        def closed(): return v
        return closed
    closed = outer()
    try: print(c, "=", eval(c))
    except (TypeError, NameError, SyntaxError, ValueError) as error: print(c, "->", type(error).__name__, error)
import ast
tree = ast.parse("x = 1 + 2\nprint(x)"); print(ast.dump(tree.body[0])); exec(compile(tree, "<ast>", "exec")); print(eval(compile(ast.parse("4 * 5", mode="eval"), "<ast>", "eval")), ast.literal_eval("{'a': [1, -2.5, (True, None)]}"))
