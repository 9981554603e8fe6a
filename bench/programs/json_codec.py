"""A JSON encoder and decoder in plain Python: recursive descent over a string, character tests, string joins."""
import sys

SIZE = 180

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
QUOTED = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Decoder:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def decode(self):
        value = self.value()
        self.space()
        if self.at != len(self.text):
            raise ValueError(f"more text at {self.at}")
        return value

    def space(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        self.at = at

    def value(self):
        self.space()
        first = self.text[self.at]
        if first == "{":
            return self.object()
        if first == "[":
            return self.array()
        if first == '"':
            return self.string()
        if first == "-" or first.isdigit():
            return self.number()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        raise ValueError(f"unexpected {first!r} at {self.at}")

    def object(self):
        result = {}
        self.at += 1
        self.space()
        if self.text[self.at] == "}":
            self.at += 1
            return result
        while True:
            self.space()
            key = self.string()
            self.space()
            self.expect(":")
            result[key] = self.value()
            self.space()
            if self.text[self.at] == "}":
                self.at += 1
                return result
            self.expect(",")

    def array(self):
        result = []
        self.at += 1
        self.space()
        if self.text[self.at] == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            self.space()
            if self.text[self.at] == "]":
                self.at += 1
                return result
            self.expect(",")

    def string(self):
        self.expect('"')
        text = self.text
        parts = []
        start = at = self.at
        while True:
            character = text[at]
            if character == '"':
                parts.append(text[start:at])
                self.at = at + 1
                return "".join(parts)
            if character == "\\":
                parts.append(text[start:at])
                escape = text[at + 1]
                if escape == "u":
                    parts.append(chr(int(text[at + 2 : at + 6], 16)))
                    at += 6
                else:
                    parts.append(ESCAPES[escape])
                    at += 2
                start = at
            else:
                at += 1

    def number(self):
        text, start = self.text, self.at
        at = start
        whole = True
        while at < len(text) and text[at] in "+-0123456789.eE":
            if text[at] in ".eE":
                whole = False
            at += 1
        self.at = at
        return int(text[start:at]) if whole else float(text[start:at])

    def expect(self, character):
        if self.text[self.at] != character:
            raise ValueError(f"no {character!r} at {self.at}")
        self.at += 1


def encode_string(text):
    parts = ['"']
    for character in text:
        if character in QUOTED:
            parts.append(QUOTED[character])
        elif " " <= character <= "~":
            parts.append(character)
        else:
            parts.append(f"\\u{ord(character):04x}")
    parts.append('"')
    return "".join(parts)


def encode(value):
    if isinstance(value, str):
        return encode_string(value)
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join([encode_string(key) + ": " + encode(item) for key, item in value.items()]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([encode(item) for item in value]) + "]"
    raise TypeError(f"cannot encode {type(value).__name__}")


def sample(count):
    return {
        "name": "catalogue \u00e9\u4e2d",
        "items": [
            {"id": i, "price": i * 1.25, "title": f"item \"{i}\"\n", "tags": ["a", "b\t", str(i)], "stock": i % 3 == 0,
             "parent": None if i % 2 else i // 2, "size": [i, -i, i * 1e-3]}
            for i in range(count)
        ],
    }


def run(n=SIZE):
    data = sample(60)
    length = 0
    for _ in range(n):
        text = encode(data)
        length += len(text)
        if Decoder(text).decode() != data:
            raise AssertionError("did not come back")
    return f"{length} {text[:60]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
