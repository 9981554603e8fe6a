"""List, dict, set and nested comprehensions over small records."""
import sys

SIZE = 800


class Shelf:
    def __init__(self, number, section, books):
        self.number = number
        self.section = section
        self.books = books


SECTIONS = ("history", "science", "poetry", "travel", "music")


def library(count):
    return [Shelf(i, SECTIONS[i % 5], [(f"title {i}-{j}", 1900 + (i * 7 + j * 3) % 120, j % 4 == 0) for j in range(12)])
            for i in range(count)]


def questions(shelves):
    years = [year for shelf in shelves for _, year, _ in shelf.books]
    lent = {shelf.number: [title for title, _, out in shelf.books if out] for shelf in shelves}
    sections = {shelf.section for shelf in shelves if any([out for _, _, out in shelf.books])}
    by_section = {s: [shelf.number for shelf in shelves if shelf.section == s] for s in sorted(sections)}
    oldest = {s: min([year for n in numbers for _, year, _ in shelves[n].books]) for s, numbers in by_section.items()}
    table = [[x * y for x in range(12)] for y in range(12)]
    turned = [[row[i] for row in table] for i in range(12)]
    decades = {year // 10 for year in years}
    return (sum(years), sum([len(titles) for titles in lent.values()]), sorted(oldest.items()),
            sum([sum(row) for row in turned]), len(decades))


def run(n=SIZE):
    shelves = library(200)
    answers = [questions(shelves) for _ in range(n)]
    if any([answer != answers[0] for answer in answers]):
        raise AssertionError("the same question had two answers")
    return answers[0]


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
