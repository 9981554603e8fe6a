"""JSON both ways: every kind of value, every complaint with its place, every option."""
import enum
import json


def attempt(work, *args, **options):
    try:
        print(repr(work(*args, **options)))
    except Exception as error:
        print(type(error).__name__, '|', error, '|', getattr(error, '__notes__', ''))


for text in [
    '{"a": [1, -0, 2.5e3, -1e-2, 0.1, 12345678901234567890, true, false, null], "b": {}, "c": []}',
    ' [ ] ',
    '"\\u00e9\\ud83d\\ude00\\n\\/ \\ud83d"',
    '"\U0001f600 plain"',
    '[NaN, Infinity, -Infinity]',
    '-0.0',
    '',
    '  ',
    '[1,',
    '[1 2]',
    '[1,]',
    '[',
    '{',
    '{"a"',
    '{"a":',
    '{"a": 1,}',
    '{"a": 1 "b"}',
    '{1: 2}',
    '{"a" 1}',
    '"abc',
    '"\\x"',
    '"\\u12g4"',
    '"\\',
    '"tab\there"',
    '["\U0001f600", x]',
    '\n\n  [1,\n 2,\n  nul]',
    '-',
    '01',
    '1.',
    '[1] []',
    '"\ud83d" lone',
]:
    attempt(json.loads, text)
attempt(json.loads, '"tab\there"', strict=False)
attempt(json.loads, '{"a": 1.5, "b": [2, {"c": 3}]}', object_pairs_hook=tuple, parse_float=str, parse_int=lambda text: f'i{text}')
attempt(json.loads, '{"a": {"b": 1}}', object_hook=lambda d: sorted(d))
attempt(json.loads, '[NaN, 1]', parse_constant=lambda name: f'<{name}>')
attempt(json.loads, 1)
attempt(json.JSONDecoder().raw_decode, '\U0001f600 [1, "\U0001f600"] tail', 2)
attempt(json.JSONDecoder().raw_decode, '[]', -1)


class Color(enum.IntEnum):
    RED = 1


class Text(str):
    def __str__(self):
        return 'not this'


values = {
    'text': 'a"\\\b\f\n\r\t\x00\x7fé\u2028\U0001f600\ud800',
    'numbers': [0, -1, 2**70, 1.0, 1e100, -0.0, True, Color.RED],
    'nested': ({}, [], (), {'x': [{}]}),
    1: None,
    2.5: False,
    None: [Text('text')],
    True: float('nan'),
}
for options in [
    {},
    {'ensure_ascii': False},
    {'indent': 2},
    {'indent': '\t', 'separators': (';', '=')},
    {'indent': 0},
    {'separators': (',', ':')},
    {'allow_nan': False},
    {'sort_keys': True},
]:
    attempt(json.dumps, values, **options)
attempt(json.dumps, {'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True, indent=1)
attempt(json.dumps, {(1, 2): 3, 'a': 1}, skipkeys=True)
attempt(json.dumps, {(1, 2): 3})
attempt(json.dumps, [1, {'k': [2, {3}]}])
attempt(json.dumps, [{1, 2}, 1j], default=lambda value: sorted(value) if isinstance(value, set) else repr(value))
attempt(json.dumps, {'a': object}, default=lambda value: {'it': value})
loop = [1]
loop.append(loop)
attempt(json.dumps, loop)
attempt(json.dumps, {'self': values, 'd': {'x': loop}})

class Encoder(json.JSONEncoder):
    def default(self, value):
        return super().default(value)


attempt(Encoder().encode, [object()][:0] + [3 + 4j])
print(list(json.JSONEncoder(indent=1).iterencode([1, {'a': 2}])))
rows = [{'id': i, 'name': f'row {i} é "quoted"', 'values': [i / 4, i, None]} for i in range(300)]
print(json.loads(json.dumps(rows)) == rows, json.loads(json.dumps(rows, indent=1, ensure_ascii=False)) == rows)
class Strange(list): __module__ = "pack.age"
class Here(dict): pass
for thing in (Strange([1j]), [Here(k=1j)], {"k": (1j,)}):
    try: json.dumps(thing)
    except TypeError as error: print(error, error.__notes__)
