"""Exceptions raised and caught: near and far, with finally, own classes, chaining, and try without any raising."""
import sys

SIZE = 250_000


class Problem(Exception):
    def __init__(self, code, *details):
        super().__init__(code, *details)
        self.code = code


class Worse(Problem):
    pass


def risky(number):
    if number % 3 == 0:
        raise Problem(number)
    if number % 5 == 0:
        raise Worse(number, "five")
    return number


def deep(number, level):
    if level:
        try:
            return deep(number, level - 1)
        finally:
            number += 1
    return risky(number)


def guarded(n):
    total = 0
    for i in range(n):
        try:
            total += risky(i)
        except Worse as worse:
            total -= worse.code
        except Problem as problem:
            total += problem.code % 2
        else:
            total += 1
    return total


def far(n):
    caught = 0
    for i in range(n // 4):
        try:
            deep(i, 6)
        except (ValueError, Problem):
            caught += 1
    return caught


def chained(n):
    depth = 0
    for i in range(n // 4):
        try:
            try:
                {}["missing"]
            except KeyError as error:
                raise Problem(i) from error
        except Problem as problem:
            depth += isinstance(problem.__cause__, KeyError)
    return depth


def builtin(n):
    counts = [0, 0, 0, 0]
    empty = []
    for i in range(n // 4):
        try:
            1 // (i % 2)
        except ZeroDivisionError:
            counts[0] += 1
        try:
            empty[i]
        except IndexError:
            counts[1] += 1
        try:
            int("x" if i % 3 else "7")
        except ValueError:
            counts[2] += 1
        try:
            empty.missing
        except AttributeError:
            counts[3] += 1
    return counts


def calm(n):
    total = 0
    for i in range(n * 5):
        try:
            total += i & 7
        except Problem:
            total = 0
    return total


def run(n=SIZE):
    return f"{guarded(n)} {far(n)} {chained(n)} {builtin(n)} {calm(n)}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
