# Texts are encoded and decoded in the character sets of China, Japan, Korea and Taiwan, whole and in pieces.
import codecs
import io

samples = {
    'gb2312': '中文，你好・―',
    'gbk': '中文镕，你好·—',
    'gb18030': '中文镕€é𠀀😀\ue5e5',
    'big5': '中文，你好 ヾぁж①',
    'cp950': '中文，你好 ぁ¥',
    'shift_jis': '日本語ｱｲｳ 〜¥―',
    'cp932': '日本語ｱｲｳ①～纊',
    'euc_jp': '日本語ｱｲｳ丂〜',
    'euc_kr': '한국어 가나다',
    'cp949': '한국어 똠방각하 힣',
    'iso2022_jp': '日本語 abc\n¥ 漢字',
}
for name, text in samples.items():
    data = text.encode(name)
    print(name, data, ascii(data.decode(name)), codecs.lookup(name).name)

for name, data in [
    ('gbk', b'a\xff\xffb'),
    ('gbk', b'a\x80'),
    ('shift_jis', b'\x81'),
    ('shift_jis', b'\x87\x40x'),
    ('euc_jp', b'\x8f\xb0'),
    ('cp949', b'\xc9\xa1'),
    ('gb18030', b'\x81\x30\x81'),
    ('iso2022_jp', b'\x1b$B%'),
    ('iso2022_jp', b'\x80'),
]:
    try:
        print(ascii(data.decode(name)))
    except UnicodeDecodeError as error:
        print(error)
    print(ascii(data.decode(name, 'replace')), ascii(data.decode(name, 'ignore')))

for errors in 'strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace':
    try:
        print('中\xa5文'.encode('gb2312', errors))
    except UnicodeEncodeError as error:
        print(error)

decoder = codecs.getincrementaldecoder('euc_jp')()
print([ascii(decoder.decode(bytes([byte]))) for byte in '日ｱ丂x'.encode('euc_jp')])
decoder = codecs.getincrementaldecoder('iso2022_jp')()
print([ascii(decoder.decode(bytes([byte]))) for byte in '日x'.encode('iso2022_jp')])
encoder = codecs.getincrementalencoder('iso2022_jp')()
print([encoder.encode(character) for character in '日本x日'], encoder.encode('', True))

stream = io.TextIOWrapper(io.BytesIO(), encoding='gbk', newline='')
stream.write('第一\n第二\n')
stream.flush()
print(stream.buffer.getvalue())
stream.seek(0)
print([ascii(line) for line in stream])
print(ascii(codecs.getreader('big5')(io.BytesIO('你好\n再見'.encode('big5'))).readlines()))
writer = codecs.getwriter('shift_jis')(io.BytesIO())
writer.write('日本')
print(writer.stream.getvalue())


# States that are none, and files that end within a character.
def outcome(work, *arguments):
    try:
        print(ascii(work(*arguments)))
    except Exception as e:
        print(type(e).__name__, e)


decoder = codecs.getincrementaldecoder('euc_jp')()
for state in 123, ('invalid', 0), (b'1234', 'invalid'), (b'123456789', 0), (b'a',), [b'a', 0], (b'abc', 123456789):
    outcome(decoder.setstate, state)
print(decoder.getstate())
encoder = codecs.getincrementalencoder('euc_jp')()
for state in 9, 0xff01, 'a', 0, -1, 1.5, 1 << 200:
    outcome(encoder.setstate, state)
for data in b'\xa1', b'a\xa1', b'\xb0\xa1\xb0', b'ab\n\xb0':
    for errors in 'strict', 'replace', 'ignore':
        for sizes in (), (1,), (2,), (10,):
            reader = codecs.getreader('cp949')(io.BytesIO(data), errors)
            outcome(lambda: [reader.read(*sizes), reader.read(*sizes), reader.read(*sizes)])
        for name in 'readline', 'readlines', '__next__':
            reader = codecs.getreader('cp949')(io.BytesIO(data), errors)
            outcome(getattr(reader, name))
