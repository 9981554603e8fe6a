# Whether compiled code runs is not what a program should print: only that sys._jit's answers fit together.
import sys

jit = sys._jit


def ask(n):
    active = False
    for i in range(n):
        active = jit.is_active() or active
    return active


def uncompiled():
    return jit.is_active()


for _ in range(3):
    answer = ask(5000)
print(type(answer).__name__, jit.is_available() >= jit.is_enabled() >= answer)
print(uncompiled())
