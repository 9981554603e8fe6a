# Names of codecs and error handlers are C strings: fit for UTF-8, without a null character.
import codecs
import io


def attempt(function):
    try:
        print(ascii(function()))
    except (LookupError, ValueError) as error:
        print(type(error).__name__, ascii(str(error)))


for name in '\udcfe', 'a\0b', 'utf-8\udce2\udc80', '\u00e9', 'utf\u20148', '':
    attempt(lambda: b'x'.decode(name))
    attempt(lambda: bytes('x', name))
    attempt(lambda: codecs.decode(b'x', name))
    attempt(lambda: codecs.lookup(name).name)
    attempt(lambda: codecs.lookup_error(name))
    attempt(lambda: b'\xff'.decode('ascii', name))
    attempt(lambda: io.TextIOWrapper(io.BytesIO(), encoding=name).encoding)
attempt(lambda: type('a\udce2\udc80', (), {}))
