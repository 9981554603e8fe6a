"""Hashes what CPython compiles a source file to; see record-bytecode.ts. test/compiler/code-text.ts writes the same text."""
import hashlib
import struct
import types
import warnings

warnings.simplefilter("ignore")


def constant_text(value):
    match value:
        case None:
            return "None"
        case bool():
            return str(value)
        case int():
            return f"i{value}"
        case str():
            return "s" + value.encode("utf-16-le", "surrogatepass").hex()
        case types.CodeType():
            return "code"
        case bytes():
            return "b" + value.hex()
        case float():
            return "f" + struct.pack(">d", value).hex()
        case complex():
            return "c" + struct.pack(">dd", value.real, value.imag).hex()
        case tuple():
            return f"({','.join(map(constant_text, value))})"
        case frozenset():
            return f"{{{','.join(sorted(map(constant_text, value)))}}}"
        case slice():
            return f"[{':'.join(map(constant_text, (value.start, value.stop, value.step)))}]"
    return "..." if value is ... else "?"


def code_text(code):
    fields = [
        code.co_name,
        code.co_qualname,
        code.co_firstlineno,
        code.co_flags,
        code.co_argcount,
        code.co_posonlyargcount,
        code.co_kwonlyargcount,
        code.co_stacksize,
        " ".join(map(constant_text, code.co_consts)),
        " ".join(code.co_names),
        " ".join(code.co_varnames),
        " ".join(code.co_cellvars),
        " ".join(code.co_freevars),
        code.co_code.hex(),
        code.co_linetable.hex(),
        code.co_exceptiontable.hex(),
    ]
    inner = [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return "\n".join(["\n".join(map(str, fields)), *map(code_text, inner)])


def code_hash(source, optimize):
    code = compile(source.to_bytes(), "<library>", "exec", dont_inherit=True, optimize=optimize)
    return hashlib.sha1(code_text(code).encode("utf-8", "surrogatepass")).hexdigest()[:10]
