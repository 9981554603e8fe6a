"""A scanner, a parser and an evaluator for a little language, working character by character."""
import sys

SIZE = 1500

OPERATORS = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "<": 0, "=": 0}


def scan(text):
    tokens = []
    at, line, length = 0, 1, len(text)
    while at < length:
        c = text[at]
        if c == "\n":
            line += 1
            at += 1
        elif c.isspace():
            at += 1
        elif c == "#":
            while at < length and text[at] != "\n":
                at += 1
        elif c.isdigit():
            start = at
            while at < length and text[at].isdigit():
                at += 1
            tokens.append(("number", int(text[start:at]), line))
        elif c.isalpha() or c == "_":
            start = at
            while at < length and (text[at].isalnum() or text[at] == "_"):
                at += 1
            word = text[start:at]
            tokens.append(("keyword" if word in ("let", "print", "while", "do", "end") else "name", word, line))
        elif c in OPERATORS or c in "();:":
            tokens.append(("mark", c, line))
            at += 1
        else:
            raise SyntaxError(f"line {line}: unexpected {c!r}")
    tokens.append(("end", "", line))
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def take(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def statements(self):
        body = []
        while True:
            kind, word, _ = self.tokens[self.at]
            if kind == "end" or word == "end":
                return body
            self.at += 1
            if word == "let":
                name = self.take()[1]
                self.take()
                body.append(("let", name, self.expression(1)))
            elif word == "print":
                body.append(("print", self.expression(0)))
            elif word == "while":
                condition = self.expression(0)
                self.take()
                inner = self.statements()
                self.take()
                body.append(("while", condition, inner))
            elif word != ";":
                raise SyntaxError(word)

    def expression(self, least):
        kind, word, _ = self.take()
        if word == "(":
            left = self.expression(0)
            self.take()
        else:
            left = (kind, word)
        while True:
            kind, word, _ = self.tokens[self.at]
            level = OPERATORS.get(word) if kind == "mark" else None
            if level is None or level < least:
                return left
            self.at += 1
            left = (word, left, self.expression(level + 1))


def evaluate(node, names):
    kind = node[0]
    if kind == "number":
        return node[1]
    if kind == "name":
        return names[node[1]]
    left, right = evaluate(node[1], names), evaluate(node[2], names)
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    if kind == "/":
        return left // right
    if kind == "%":
        return left % right
    return int(left < right) if kind == "<" else int(left == right)


def execute(body, names, output):
    for statement in body:
        if statement[0] == "let":
            names[statement[1]] = evaluate(statement[2], names)
        elif statement[0] == "print":
            output.append(evaluate(statement[1], names))
        else:
            while evaluate(statement[1], names):
                execute(statement[2], names, output)


SOURCE = """
# the collatz steps of a few numbers
let number_of_rounds = 12;
while 0 < number_of_rounds do
  let value = number_of_rounds * 3 + 1; let steps = 0;
  while 1 < value do
    let odd = value % 2;
    let value = odd * (value * 3 + 1) + (1 - odd) * (value / 2);   # one step
    let steps = steps + 1;
  end
  print steps;
  let number_of_rounds = number_of_rounds - 1;
end
"""


def run(n=SIZE):
    source = SOURCE * 20
    tokens = 0
    output = []
    for _ in range(n // 5):
        scanned = scan(source)
        tokens += len(scanned)
        tree = Parser(scanned).statements()
    execute(tree[: len(tree) // 4], {}, output)
    return f"{tokens} {len(tree)} {sum(output)} {output[:6]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
