"""Counting words in made-up prose: split, strip, lower, dicts of counts, Counter, sorting by count."""
import sys
from collections import Counter, defaultdict

SIZE = 400_000

SYLLABLES = ("ka", "to", "mi", "ra", "ne", "su", "lo", "vi", "da", "pe", "shi", "on", "ar", "el", "ist")
MARKS = ("", "", "", "", ",", ".", ";", "!", "?")


def prose(count):
    words = []
    state = 42
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        number = state >> 12
        word = ""
        for _ in range(1 + number % 3):
            number = number * 7 // 5 + 11
            word += SYLLABLES[number * number % 15]
        if number % 11 == 0:
            word = word.capitalize()
        words.append(word + MARKS[number % 9])
    return [" ".join(words[i : i + 12]) for i in range(0, count, 12)]


def run(n=SIZE):
    lines = prose(n)
    counts = {}
    lengths = defaultdict(list)
    for line in lines:
        for word in line.split():
            word = word.strip(",.;!?").lower()
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
                lengths[len(word)].append(word)
    letters = Counter()
    for line in lines[: len(lines) // 4]:
        letters.update(line.lower())
    top = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:4]
    longest = max(lengths)
    return f"{len(counts)} {top} {longest}:{len(lengths[longest])} {letters.most_common(3)}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
