# Source given as bytes obeys its encoding declaration and byte order mark.
def run(data):
    names = {}
    try:
        exec(compile(data, "<bytes>", "exec"), names)
        print(ascii(names.get("x")))
    except SyntaxError as error:
        print(type(error).__name__, error.msg)
run("x = 'é'".encode())
run("# -*- coding: utf-8 -*-\nx = 'é'".encode())
run("# coding: latin-1\nx = 'é'".encode("latin-1"))
run("#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\nx = '€'".encode("iso-8859-15"))
run("\ufeffx = 'bom'".encode())
run("x = 1\n# coding: latin-1\ny = 'é'".encode())
run(b"x = 'ascii'")
run(b"# coding: ascii\nx = 'plain'")
run(b"x = 1\0")
run("x = 'é'")
run("# coding: latin-1\nx = 'str ignores it é'")
