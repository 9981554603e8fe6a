"""A tour of the language: dataclasses, enums, decorators, generators, f-strings, exceptions and matching."""
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from functools import cache


class Mark(Enum):
    HIT = "🟩"
    NEAR = "🟨"
    MISS = "⬛"


@dataclass(frozen=True, order=True)
class Guess:
    word: str
    marks: tuple[Mark, ...] = field(compare=False)

    def __str__(self):
        return f"{self.word.upper()}  {''.join(mark.value for mark in self.marks)}"


class GameOver(Exception):
    """Raised with the guesses that were made."""


WORDS = """crane slate adieu stare pilot mango grape python lemon tiger otter cobra viper
adder eagle raven robin snake python mouse horse zebra whale shark trout perch""".split()


@cache
def judge(guess, secret):
    marks = [Mark.HIT if g == s else Mark.MISS for g, s in zip(guess, secret)]
    left = defaultdict(int)
    for s, mark in zip(secret, marks):
        if mark is not Mark.HIT:
            left[s] += 1
    for i, g in enumerate(guess):
        if marks[i] is Mark.MISS and left[g]:
            marks[i] = Mark.NEAR
            left[g] -= 1
    return tuple(marks)


def play(secret, words):
    candidates = [word for word in words if len(word) == len(secret)]
    for turn in range(1, 7):
        # The guess that splits what is left most evenly.
        def worst(word):
            parts = defaultdict(int)
            for other in candidates:
                parts[judge(word, other)] += 1
            return max(parts.values())

        word = min(candidates, key=worst)
        guess = Guess(word, judge(word, secret))
        yield guess
        match guess.marks:
            case [Mark.HIT, *rest] if all(mark is Mark.HIT for mark in rest):
                raise GameOver(turn)
        candidates = [w for w in candidates if judge(word, w) == guess.marks and w != word]


if __name__ == "__main__":
    for secret in ("cobra", "viper", "whale"):
        try:
            for guess in play(secret, sorted(set(WORDS))):
                print(guess)
        except GameOver as over:
            print(f"found {secret!r} in {over.args[0]} turns\n")
