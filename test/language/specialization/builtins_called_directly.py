# Builtins whose arguments are what they want are called without binding and converting; what they lack is filled in.
import codecs, sys

def methods(text, old, width, flag):
    return [text.replace(old, 'X'), text.replace(old, 'X', 1), text.split(old), text.split(old, width), text.split(),
            text.rsplit(old, 1), text.ljust(width), text.center(width, '*'), text.zfill(width), text.strip(),
            text.strip(old), text.splitlines(flag), text.splitlines(), text.expandtabs(), text.expandtabs(width),
            text.removeprefix(old), text.partition(old), text.find(old, 2), text.count(old), text.startswith(old)]

for i in range(3000):
    last = methods('a-b-c\td\n-e', '-', 12, True)
print(last)

def errors(text, arguments):
    results = []
    for a, b in arguments:
        try: results.append(text.replace(a, b))
        except TypeError as error: results.append(str(error))
        try: results.append(text.split(a, b))
        except (TypeError, ValueError) as error: results.append(str(error))
    return results

for i in range(1000):
    last = errors('a-b', [('-', '+'), ('-', 1), (1, 1), ('', 1), (None, True), ('-', '+')])
print(last)

def ints(n):
    out = []
    for i in range(n):
        l = [3, 1, 2]
        l.sort()
        out = [l, round(2.5), round(i, -1), pow(2, 5), (5).to_bytes(2), (5).to_bytes(2, 'little'), int('7', 8), 'é'.encode()]
    return out
print(ints(2000))

class Name(str): pass
def mixed(values):
    return [v.replace('a', 'b').split('b', 1) for v in values]
for i in range(1000):
    last = mixed(['xax', Name('yay'), '\U0001f600a'])
print(last, mixed([Name('a')]))

# An error handler in Python sees the frame that encodes.
def handler(error):
    return (sys._getframe(1).f_code.co_name + str(sys._getframe(1).f_locals['i'] >= 0), error.end)
codecs.register_error('tells', handler)
def encoding(n):
    for i in range(n):
        made = 'é'.encode('ascii', 'tells')
    return made
print(encoding(2000))
