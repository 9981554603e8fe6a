# A program that does not parse is reported without running.
print("never printed")
def f(x):
    return x +* 2
