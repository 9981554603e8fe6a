# assert raises AssertionError with its message, evaluated only on failure.
assert True
assert 1, "never"
def message():
    print("message made", end=" ")
    return ("a", "b")
assert 1, message()
for check in ("assert 0", "assert 0, 'text'", "assert [], message()", "assert None, 5", "assert not 1 < 2, None"):
    try:
        exec(check)
    except AssertionError as error:
        print(check, repr(error), error.args)
try:
    assert False, f"{1 + 1} things"
except AssertionError as error:
    print(error, str(error) == "2 things")
AssertionError_ = AssertionError
class Fake(Exception): pass
AssertionError = Fake
try:
    assert 0
except AssertionError_ as error:
    print("builtin", type(error).__name__)
print(__debug__)
