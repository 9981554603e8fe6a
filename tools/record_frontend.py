"""What CPython makes of sources: the hash of a syntax tree, or an error and the warnings; see record-frontend.ts."""
import ast
import hashlib
import json
import warnings


def tree_hash(source):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = ast.dump(ast.parse(bytes(source)), include_attributes=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def answer(source, mode):
    lines = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            tree = compile(source, "source.py", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
            lines.append("a tree")
        except SyntaxError as error:
            start, end = f"{error.lineno}:{error.offset}", f"{error.end_lineno}:{error.end_offset}"
            lines.append(f"{type(error).__name__} {start} to {end}: {error.msg}")
            if error.text is not None:
                lines.append(json.dumps(error.text, ensure_ascii=False))
        except MemoryError as error:
            lines.append(f"MemoryError: {error}")
    lines += [f"SyntaxWarning on line {w.lineno}: {w.message}" for w in caught]
    return "\n".join(lines)
