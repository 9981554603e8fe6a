"""Warnings are filtered, shown once, attributed to a line, or raised."""
import sys
import warnings

sys.stderr = sys.stdout


def old():
    warnings.warn('old is old', stacklevel=2)


for _ in range(2):
    old()
warnings.warn_explicit('explicit', UserWarning, 'foo.py', 3)
warnings.warn('nobody sees this', DeprecationWarning) if False else None
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('x', DeprecationWarning)
    eval('1 is 1')
    print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('err')
    except UserWarning as e:
        print('raised', e)
with warnings.catch_warnings():
    warnings.filterwarnings('ignore', message='ab+c')
    warnings.warn('abbbc')
    warnings.warn('abd')
for call in (lambda: warnings.warn('x', int), lambda: warnings.warn(), lambda: warnings.warn('x', skip_file_prefixes=[])):
    try:
        call()
    except TypeError as e:
        print(e)
warnings.simplefilter('always')
type('Odd', (), {1: 2, 'a': 3})
