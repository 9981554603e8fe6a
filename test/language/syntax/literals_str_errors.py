# Broken string literals are refused with CPython's messages.
cases = [
    "'abc", '"abc', "'''abc", "'\\x4'", "'\\u12'", "'\\U0000'", "'\\N{no such name}'", "'\\N'", "'\\U00110000'",
    "b'\\x4'", "b'é'", "'a' b'b'", "f'{'", "f'}'", "f'{}'", "f'{a!x}'", "f'{a b}'", "f'{a:{b:{c}}}'", "f'{!r}'", "f'{a!}'",
    "f'{a", "f'{lambda x:1}'", "f'{*a}'", "f'{a!r:'", "bf'x'", "ub'x'", "f'{\n1\n'",
]
for case in cases:
    try:
        compile(case, "<case>", "eval")
        print(repr(case), "compiles")
    except SyntaxError as error:
        print(repr(case), "->", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
