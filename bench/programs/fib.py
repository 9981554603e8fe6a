"""Doubly recursive Fibonacci numbers: nothing but calls of a global function."""
import sys

SIZE = 31


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(n=SIZE):
    return fib(n) + fib(n - 1)


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
