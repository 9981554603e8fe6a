# Failing expressions over several lines show all of them with carets.
def compute(a, b):
    return (
        a
        + b
        / 0
    )
print(
    "first",
    compute(
        1,
        2,
    ),
)
