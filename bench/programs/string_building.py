"""Text made piece by piece: f-strings, join, +=, format, replace, padding, translate, StringIO."""
import io
import sys

SIZE = 80_000


def table(rows):
    lines = []
    for i in range(rows):
        lines.append(f"{i:>6} | {i * i:<12} | {i / 7:10.4f} | {i % 1000:#06x} | {'*' * (i % 9):^9}")
    return "\n".join(lines)


def growing(count):
    text = ""
    for i in range(count):
        text += chr(97 + i % 26)
        if i % 10 == 9:
            text += " "
    return text


def markup(count):
    out = io.StringIO()
    for i in range(count):
        out.write("<li class='item-%d'>%s</li>\n" % (i, escape("a < b & \"c\" > 'd'")))
    return out.getvalue()


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def caesar(text, shift):
    letters = "abcdefghijklmnopqrstuvwxyz"
    return text.translate(str.maketrans(letters, letters[shift:] + letters[:shift]))


def capitals(text):
    return " ".join([word.capitalize() if i % 2 else word.upper() for i, word in enumerate(text.split())])


def checksum(text):
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 1000000007
    return total


def run(n=SIZE):
    rows = table(n)
    grown = growing(n * 4)
    shifted = caesar(grown, 7)
    titled = capitals(shifted)
    marked = markup(n)
    plain = "".join([c for c in marked if c.isalpha() or c.isspace()])
    backward = titled[::-1]
    return (f"{len(rows)} {checksum(rows[-3000:])} {checksum(titled[:3000])} {len(marked)} {len(plain)} "
            f"{backward.count('A')} {checksum(plain[-3000:])}")


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
