"""What the functions of hashlib take, and what they say to the rest; names in code that is called as a function."""
import hashlib
from types import FunctionType


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


for kind in hashlib.blake2b, hashlib.blake2s:
    print(kind.SALT_SIZE, kind.PERSON_SIZE, kind.MAX_KEY_SIZE, kind.MAX_DIGEST_SIZE)
attempt(lambda: hashlib.blake2b(data=b'a').hexdigest()[:8])
attempt(lambda: hashlib.md5(string=b'a').hexdigest()[:8])
attempt(lambda: hashlib.blake2b(b'', data=b''))
attempt(lambda: hashlib.blake2b(b'', string=b''))
attempt(lambda: hashlib.md5(data=b'', string=b''))
attempt(lambda: hashlib.shake_128(b'').hexdigest(-10))
attempt(lambda: hashlib.shake_128(b'').hexdigest(2 ** 29))
attempt(lambda: bytearray(b'abc').translate(b'1', 1))

code = compile('a = 5\nprint(a)\ndel a\nb = locals() is globals()', '<code>', 'exec')
names = {}
print(FunctionType(code, names)(), names['b'], 'a' in names)
