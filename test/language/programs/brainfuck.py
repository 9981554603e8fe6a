# An interpreter for a tiny language, with a jump table.
def compile_(source):
    stack, jumps = [], {}
    code = [c for c in source if c in "<>+-.,[]"]
    for i, c in enumerate(code):
        if c == "[": stack.append(i)
        elif c == "]":
            if not stack: raise SyntaxError(f"] without [ at {i}")
            j = stack.pop(); jumps[i], jumps[j] = j, i
    if stack: raise SyntaxError(f"[ without ] at {stack[-1]}")
    return code, jumps
def run(source, data=""):
    code, jumps = compile_(source)
    tape, at, pc, out, data = [0], 0, 0, [], iter(data)
    while pc < len(code):
        c = code[pc]
        if c == ">":
            at += 1
            if at == len(tape): tape.append(0)
        elif c == "<":
            if at == 0: raise IndexError("left of the tape")
            at -= 1
        elif c == "+": tape[at] = (tape[at] + 1) % 256
        elif c == "-": tape[at] = (tape[at] - 1) % 256
        elif c == ".": out.append(chr(tape[at]))
        elif c == ",": tape[at] = ord(next(data, "\0"))
        elif c == "[" and not tape[at] or c == "]" and tape[at]: pc = jumps[pc]
        pc += 1
    return "".join(out)
print(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."), end="")
print(run(",[.,]", "echo"), run(">,[>,]<[.<]", "reverse"), run("+++[->++<]>."  ).encode())
for bad in ("[[]", "]", "<"):
    try: run(bad)
    except (SyntaxError, IndexError) as e: print(type(e).__name__, e)
