# Suspicious code compiles with a warning that names its line.
import warnings
cases = ["'\\d'", "b'\\q'", "x = 1 is 1", "x = 'a' is not y", "assert (1, 'x')", "x = (1)(2)", "x = [1][1, 2]", "x = 'abc'[1.5]", "x = 1 in 5 or 0x1for x in y", "1if 2else 3",
         "0or 1", "f'{x}'(1)", "None[0]", "(lambda: 1)[0]", "{1}[0]", "def f():\n  try: pass\n  finally: return 1", "while 1:\n  try: pass\n  finally: break",
         "for x in y:\n  try: pass\n  finally: continue", "'\\400'", "b'\\777'", "r'\\d'", "f'\\d{1}'", "x = y is ()", "x = y is None", "x = y is -1", "x is 1.0 is 2"]
for case in cases:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(case, "<case>", "exec")
        except SyntaxError as error:
            print(repr(case), "SyntaxError", error.msg)
    for warning in caught:
        print(repr(case), "->", warning.category.__name__, warning.message, warning.lineno)
    if not caught:
        print(repr(case), "no warning")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        compile("x = 1\ny = x is 5", "<case>", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset)
