"""A coroutine that a statement makes and drops is warned of at once, where it was made."""
import sys
import warnings


async def work(value): return value


class Worker:
    async def run(self): pass


def make():
    work(1)
    Worker().run()
    kept = work(2)
    kept.close()
    work(3).close()
    [work(4).close() for _ in range(3)]


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for _ in range(2): make()
    work(5)
    sys.set_coroutine_origin_tracking_depth(1)
    work(6)
    sys.set_coroutine_origin_tracking_depth(0)
for warning in caught:
    print(warning.category.__name__, warning.lineno, str(warning.message).replace(__file__, '<file>'))

with warnings.catch_warnings():
    warnings.simplefilter('error')
    sys.unraisablehook = lambda unraisable: print(unraisable.err_msg[:45], repr(unraisable.exc_value), unraisable.object)
    work(7)
print('end')
