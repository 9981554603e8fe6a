# An exception shows its cause, its context, and the carets of each line.
def divide(a, b):
    return a / b


def lookup(table, key):
    try:
        return table[key]["inner"](divide(1, 0))
    except ZeroDivisionError as error:
        raise KeyError(key) from error


try:
    lookup({"a": {"inner": print}}, "a")
except KeyError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
    print(error.__context__ is error.__cause__)
import sys
sys.stderr.write("before\n")
lookup({"a": {"inner": print}}, "a")
