# An uncaught exception group prints its tree to standard error.
def fail(n):
    try: [][n]
    except IndexError as error:
        error.add_note(f"n was {n}")
        return error
raise ExceptionGroup("tasks failed", [fail(1), ExceptionGroup("inner", [ValueError("a"), fail(2)])])
