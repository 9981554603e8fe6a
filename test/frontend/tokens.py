# a comment, then nothing

def é(a, *, b=0x_1F):  # another
    """A string
    of two lines."""
    return f"{a!r:>{b}}{{{a=}" rb'\d' \
        + t'{b:x}'

    x = (1,

  # in brackets
  2.5e-3j)
class A[T]: x: T = ...; y @= not x
