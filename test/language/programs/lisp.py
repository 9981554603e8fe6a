# A small Lisp: reader, evaluator with closures, macros of quoting, tail loops by recursion.
import math, operator
class Symbol(str): pass
def tokenize(s): return s.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
def read(tokens):
    t = tokens.pop(0)
    if t == "(":
        out = []
        while tokens[0] != ")": out.append(read(tokens))
        tokens.pop(0); return out
    if t == "'": return [Symbol("quote"), read(tokens)]
    if t == ")": raise SyntaxError("unexpected )")
    for kind in (int, float):
        try: return kind(t)
        except ValueError: pass
    return Symbol(t)
class Env(dict):
    def __init__(self, names=(), values=(), outer=None): super().__init__(zip(names, values)); self.outer = outer
    def find(self, name):
        env = self
        while env is not None:
            if name in env: return env
            env = env.outer
        raise NameError(f"{name} is unbound")
class Lambda:
    def __init__(self, params, body, env): self.params, self.body, self.env = params, body, env
    def __call__(self, *args):
        if len(args) != len(self.params): raise TypeError(f"wants {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))
def product(*a): return math.prod(a)
GLOBAL = Env(); GLOBAL.update({"+": lambda *a: sum(a), "*": product, "-": operator.sub, "/": operator.truediv, "<": operator.lt, "=": operator.eq, "list": lambda *a: list(a), "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *l], "null?": lambda l: not l, "map": lambda f, l: list(map(f, l)), "pi": math.pi})
def evaluate(x, env=GLOBAL):
    while True:
        match x:
            case Symbol(): return env.find(x)[x]
            case int() | float(): return x
            case ["quote", e]: return e
            case ["if", test, yes, no]: x = yes if evaluate(test, env) else no
            case ["define", [name, *params], body]: env[name] = Lambda(params, body, env); return None
            case ["define", name, value]: env[name] = evaluate(value, env); return None
            case ["set!", name, value]: env.find(name)[name] = evaluate(value, env); return None
            case ["lambda", params, body]: return Lambda(params, body, env)
            case ["begin", *parts, last]:
                for p in parts: evaluate(p, env)
                x = last
            case ["let", bindings, body]: env = Env([b[0] for b in bindings], [evaluate(b[1], env) for b in bindings], env); x = body
            case [head, *args]:
                f, values = evaluate(head, env), [evaluate(a, env) for a in args]
                if isinstance(f, Lambda) and len(f.params) == len(values): x, env = f.body, Env(f.params, values, f.env)
                else: return f(*values)
            case _: raise SyntaxError(f"cannot evaluate {x!r}")
def show(v): return f"({' '.join(map(show, v))})" if isinstance(v, list) else str(v)
for source in ("(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))", "(fact 30)", "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))", "(loop 20000 0)", "(map (lambda (x) (* x x)) '(1 2 3))", "(let ((a 1) (b 2)) (+ a b))", "(define counter (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))", "(begin (counter) (counter) (counter))", "(cons 1 (cdr '(2 3 4)))", "(define (fold f a l) (if (null? l) a (fold f (f a (car l)) (cdr l))))", "(fold + 0 '(1 2 3.5))", "(car '())", "(unknown 1)", "((lambda (x) x))", "(* pi 2)", "'(a (b c) 1.5)", "()", ")"):
    try:
        value = evaluate(read(tokenize(source)))
        if value is not None: print(source, "=>", show(value))
    except (NameError, TypeError, IndexError, SyntaxError) as e: print(source, "->", type(e).__name__, e)
