# Long texts are reversed and translated in other ways than short ones are, with the same results.
ascii_text = 'the quick brown fox jumps over the lazy dog. ' * 4
for text in [ascii_text, ascii_text + 'é', 'ÿ' * 150, ascii_text + '\u4e2d', ascii_text + '\U0001f600', ascii_text + '\ud800', '\x00' * 200 + 'a']:
    for part in [text[::-1], text[150::-1], text[:10:-1], text[150:10:-1], text[::2], text[::-2], text[-2:-160:-1]]:
        print(len(part), ascii(part[:5]), ascii(part[-5:]), end=' ')
    print(text[::-1][::-1] == text, text[::-1] == ''.join(reversed(text)), list(text[::-1]) == list(text)[::-1])


class Missing(dict):
    def __missing__(self, key):
        raise LookupError if key == 116 else KeyError(key)


class Equal:
    def __hash__(self):
        return hash(97)

    def __eq__(self, other):
        return other == 97


class Word(str):
    pass


class Number(int):
    pass


tables = {
    'letters': str.maketrans('abc', 'xyz'),
    'deleted': str.maketrans('', '', 'aeiou '),
    'ints': {116: 84, 104: 72},
    'strs': {116: 'T', 104: ''},
    'long': {116: 'TT'},
    'beyond ascii': {116: 'é'},
    'wide': {116: '\U0001f600'},
    'surrogate': {116: 0xD800},
    'bool': {116: True},
    'subclasses': {116: Word('T'), 104: Number(72)},
    'float key': {116.0: 'T'},
    'negative': {116: -1},
    'too large': {116: 0x110000},
    'other': {116: 1.5},
    'missing': Missing({104: 'H'}),
    'list': [chr(i).upper() for i in range(117)],
    'foreign': {Equal(): 'A', 116: 'T'},
    'not reached': {200: 1.5},
    'none': None,
}
for name, table in tables.items():
    for text in [ascii_text, ascii_text + 'é', ascii_text + '\U0001f600', 'the cat']:
        try:
            result = text.translate(table)
            print(name, len(result), ascii(result[:16]), ascii(result[-3:]))
        except Exception as error:
            print(name, type(error).__name__, error)

print(''.join(map(chr, range(128))) * 2 == (''.join(map(chr, range(128))) * 2)[::-1][::-1])
print({(1, 2): 'a', (1, 2.0): 'b', (-1, -1): 'c', (): 'd'}, hash((1, 2)) == hash((1.0, 2)), hash((-1,)) == hash((-2,)))
