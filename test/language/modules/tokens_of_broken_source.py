# What the tokenizer says of source that is none; odds and ends that once ended the interpreter.
import io, marshal, pickle, sys, tokenize, _opcode
for source in ("(1+2]", "1_", "'open", "]", " a\n\x00", "a\x00b", "\\", "f'{\n x:d\n}'"):
    try: print(len(list(tokenize.generate_tokens(io.StringIO(source).readline))))
    except tokenize.TokenError as error: print(error)
for value in (slice(None), slice(1, 2, 3), slice("a", (1, {2: 3})), [slice(4)]):
    print(marshal.loads(marshal.dumps(value)) == value, end=" ")
    try: marshal.dumps(value, 4)
    except ValueError as error: print(error)
for opcode in (3, 129, 200):
    try: print(_opcode.stack_effect(opcode, 0))
    except ValueError as error: print(error)
for arguments in ((type, 2), (type, (2,))):
    try: print(sys.call_tracing(*arguments))
    except TypeError as error: print(error)
class Box[T]:
    def __init__(self, content): self.content = content
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(vars(pickle.loads(pickle.dumps(Box(3), protocol))), end=" ")
print()
