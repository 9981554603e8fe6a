# `open` takes the text of a path: so are streams named, and so do errors say it. FileIO keeps what it was given.
import io
import os
import pathlib
import pickle

missing = pathlib.Path('/nonexistent/file')
for action in [lambda: open(missing), lambda: missing.open('w'), lambda: missing.read_text(), lambda: io.FileIO(missing), lambda: open(bytes(missing))]:
    try:
        action()
    except OSError as error:
        print(error, repr(error.filename))
for action in [lambda: open(3.5), lambda: open(None), lambda: open(missing, 'q')]:
    try:
        action()
    except (TypeError, ValueError) as error:
        print(error)
with open(pathlib.Path(os.devnull)) as stream:
    print(repr(stream.name))
    for each in stream, stream.buffer, stream.buffer.raw:
        try:
            pickle.dumps(each)
        except TypeError as error:
            print(error)
