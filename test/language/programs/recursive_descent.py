# A calculator with precedence, variables, functions and good errors.
import math, re
TOKEN = re.compile(r"\s*(?:(?P<num>\d+\.?\d*(?:e[+-]?\d+)?)|(?P<name>[a-z_]\w*)|(?P<op>\*\*|//|[-+*/%^()=,!]))", re.I)
class CalcError(Exception): pass
class Calc:
    def __init__(self): self.vars = {"pi": math.pi, "ans": 0}
    def run(self, text):
        self.tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            m = TOKEN.match(text, at)
            if not m: raise CalcError(f"bad character {text[at:].strip()[0]!r} at {at}")
            self.tokens.append((m.lastgroup, m[m.lastgroup])); at = m.end()
        self.tokens.append(("end", "")); self.i = 0
        if len(self.tokens) > 2 and self.tokens[0][0] == "name" and self.tokens[1] == ("op", "="):
            name = self.tokens[0][1]; self.i = 2; self.vars[name] = value = self.expr()
        else: value = self.expr()
        if self.peek()[0] != "end": raise CalcError(f"unexpected {self.peek()[1]!r}")
        self.vars["ans"] = value
        return value
    def peek(self): return self.tokens[self.i]
    def take(self, *ops):
        kind, text = self.peek()
        if kind == "op" and text in ops: self.i += 1; return text
    def expr(self):
        v = self.term()
        while op := self.take("+", "-"): v = v + self.term() if op == "+" else v - self.term()
        return v
    def term(self):
        v = self.unary()
        while op := self.take("*", "/", "//", "%"):
            r = self.unary()
            try: v = {"*": lambda: v * r, "/": lambda: v / r, "//": lambda: v // r, "%": lambda: v % r}[op]()
            except ZeroDivisionError: raise CalcError("division by zero") from None
        return v
    def unary(self): return -self.unary() if self.take("-") else self.power()
    def power(self):
        v = self.atom()
        while self.take("!"): v = math.factorial(v)
        return v ** self.unary() if self.take("**", "^") else v
    def atom(self):
        kind, text = self.peek(); self.i += 1
        if kind == "num": return float(text) if "." in text or "e" in text else int(text)
        if kind == "name":
            if self.take("("):
                args = []
                while not self.take(")"):
                    args.append(self.expr())
                    if not self.take(",") and self.peek() != ("op", ")"): raise CalcError("expected , or )")
                f = getattr(math, text, None) or {"max": max, "min": min}.get(text)
                if f is None: raise CalcError(f"no function {text}")
                return f(*args)
            try: return self.vars[text]
            except KeyError: raise CalcError(f"no variable {text}") from None
        if text == "(":
            v = self.expr()
            if not self.take(")"): raise CalcError("missing )")
            return v
        raise CalcError(f"unexpected {text!r}" if text else "unexpected end")
c = Calc()
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ^ 2", "10 / 4", "7 // 2 % 2", "x = 5! / 10", "x * ans", "sqrt(16) + max(1, 2, x)", "pi", "2 * (3", "1 / 0", "y", "foo(1)", "3 $ 4", "", "1 2", "1e3 + .5" if False else "1.5e3", "hypot(3, 4)", "--3", "2 ** -1", "max(1 2)", "30!"):
    try: print(f"{line:22} = {c.run(line)}")
    except (CalcError, OverflowError) as e: print(f"{line:22} ! {e}")
