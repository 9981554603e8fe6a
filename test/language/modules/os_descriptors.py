"""Descriptors that are none, and bools where one is meant."""

import os
import warnings

for use in (
    lambda: os.fstat(-1),
    lambda: os.fstat(77),
    lambda: os.read(-1, 3),
    lambda: os.write(-1, b''),
    lambda: os.dup(-1),
    lambda: os.dup2(-1, 29),
    lambda: os.close(-1),
    lambda: os.ftruncate(-1, 0),
    lambda: os.lseek(-5, 0, 0),
):
    try:
        print(use())
    except OSError as e:
        print(type(e).__name__, e.strerror)
for use in (lambda: os.path.exists(True), lambda: os.stat(False), lambda: os.fsync(True)):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            use()
        except OSError:
            pass
    print([str(w.message) for w in caught])
