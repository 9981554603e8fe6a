"""JSON: keys that repeat, keys in order, numbers of every shape, texts long enough to be put together in parts, rows of CSV without quotes."""
import csv
import io
import json


def attempt(work, *args, **options):
    try:
        print(repr(work(*args, **options)))
    except Exception as error:
        print(type(error).__name__, '|', error, '|', getattr(error, '__notes__', ''))


rows = json.loads('[{"a": 1, "b": [], "a": 2}, {"b": 0.5, "a": -0.0, "\U0001f600": "x"}, {"a": "a", "\\u0061": 1, "\U0001f600": 2}]')
print(rows, json.dumps(rows), json.dumps(rows, ensure_ascii=False))
for text in ['0', '-0', '0.0', '-0.0', '0.1', '-0.1', '00', '01', '-01', '0.', '-', '-.5', '.5', '1.', '1.e5', '1e5', '1E-5', '0e0', '1.5e3', '1.5E+300', '1e400', '123456789012345', '1234567890123456', '-123456789012345.', '12345678901234.5', '0.123456789012345', '0.1234567890123456', '123456.7890123456789', '9007199254740993.0', '0.30000000000000004', '-5e-324', '1.7976931348623157e308', '3.0000', '100.25x', '[1.5,2]', '[0.1,0]', '{"a":1.5}']:
    attempt(json.loads, text)
attempt(json.loads, '[1.10, 2, -0.5]', parse_float=str)
attempt(json.loads, '[1.10, 2, -0.5, -7]', parse_int=str)
mixed = {'b': 1, 'a': [2, {'z': 1.5, 'y': None, 'x': True}], 'c': {}, 'é"\n': (), '\U0001f600': 'ü'}
for options in [{}, {'sort_keys': True}, {'sort_keys': True, 'indent': 2}, {'indent': '\U0001f600'}, {'separators': ('\U0001f600', ' : ')}, {'sort_keys': True, 'ensure_ascii': False, 'indent': '\t'}]:
    print(json.dumps(mixed, **options))
attempt(json.dumps, {'b': 1, 2: 3}, sort_keys=True)
attempt(json.dumps, {2: 'b', 1.5: 'a', True: 'c'}, sort_keys=True)
attempt(json.dumps, {'a': {'b': [1, {2j}]}})
attempt(json.dumps, {'b': float('nan'), 'a': [float('inf')]}, allow_nan=False)
same = [1]
loop = [same, same, {'x': same}]
print(json.dumps(loop))
loop.append(loop)
attempt(json.dumps, loop)


class Odd:
    pass


def changing(value):
    table.clear()
    table['new'] = 1
    return 'odd'


table = {'b': Odd(), 'a': 1, 'c': 2}
print(json.dumps(table, default=changing, sort_keys=True), table)
long = [{'name': f'n{i}' * (i % 7), 'text': 'x' * i, 'é': '\U0001f600' * (i % 3), 'value': i / 3} for i in range(300)]
for options in [{}, {'ensure_ascii': False}, {'indent': 1}]:
    text = json.dumps(long, **options)
    print(len(text), hash(text) == hash(''.join(text)), json.loads(text) == long)
for line in ['', '\n', '\r\n', '\r', ',', ',\r\n', 'a,b', ' a , b \n', 'a,"b"', 'a"b,c', 'a\rb,c', 'a\nb', 'x\n\n', 'x\n\r', 'x\r\r\n', '\U0001f600,é', "a;b'c;d"]:
    attempt(lambda: list(csv.reader([line])))
    attempt(lambda: list(csv.reader([line, 'z'], delimiter=';', quotechar="'")))
    attempt(lambda: list(csv.reader([line], quoting=csv.QUOTE_NONE)) + list(csv.reader([line], skipinitialspace=True)))


class Text(str):
    pass


class Shown:
    def __str__(self):
        row.append('more')
        return 'shown'


row = [Shown(), 1, Text('t,'), '\U0001f600', None, 2.5, 10**20, True, '']
out = io.StringIO()
writer = csv.writer(out)
for each in [row, tuple(row[1:]), [None], [], ['plain', 'row'], ['', ''], 'ab', {'k': 1}, iter([1, 2]), [''], ['\U0001f600']]:
    writer.writerow(each)
print(repr(out.getvalue()))
