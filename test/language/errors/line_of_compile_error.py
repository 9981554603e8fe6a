# A SyntaxError that the compiler finds, after parsing, shows the line of the file.
import os
import sys
import warnings

sys.path.insert(0, os.path.dirname(__file__))
try:
    import _return_outside
except SyntaxError as error:
    print(error.text, error.lineno, error.offset, error.end_offset)
try:
    compile('return', 'no such file', 'exec')
except SyntaxError as error:
    print(error.text)
warnings.simplefilter('error')
try:
    compile('\nx is 1', os.path.join(os.path.dirname(__file__), '_return_outside.py'), 'exec')
except SyntaxError as error:
    print(repr(error.text), error.lineno)
import _return_outside
