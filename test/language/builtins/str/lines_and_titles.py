# ASCII texts have ways of their own.
texts = ['', '\n', 'a\n', 'a\nb', '\n\n', 'a\rb\n', 'a\r\nb', 'a\x85b\n', 'a\u2028b', 'a\x0bb\x0c\n', 'a\x1cb\x1d\x1e\n', 'x\ny\n' * 200, 'x\ny\n' * 200 + 'z',
         'é\nÿ\n', '\U0001f600\nb\n']
for text in texts:
    lines = text.splitlines()
    print(len(lines), ascii(lines[:3]), ''.join(text.splitlines(True)) == text, [line.rstrip('\n') for line in text.splitlines(True)][:3] == lines[:3] or ascii(text[:8]))
for text in ['', 'hello world', "they're bill's FRIENDS", 'x1y2_z @[`{aZ', 'HELLO', 'ǆ ß ﬁ', 'éa Éa', 'aé bÉ', 'Σας ΟΔΟΣ', 'ab' * 100]:
    print(ascii(text.title()[:30]), ascii(text.swapcase()[:30]), ascii(text.capitalize()[:30]), text.title().istitle(), ascii(text.upper()[:9]), ascii(text.casefold()[:9]))
print(bytes.fromhex('00 fF\t1a\n'), bytes.fromhex(''), bytes.fromhex('ab' * 100) == b'\xab' * 100)
for text in ['0', 'a b', '0g', 'é0', 'aé', '\u013001', '\U0001f60000', 'ab' * 80 + 'x', 'ff f']:
    try:
        print(bytes.fromhex(text))
    except ValueError as error:
        print(error)
for text in ['é', 'aéb', '\u0800\uffff', 'ÿ' * 63, 'x' * 62 + '€', '\x7f\x80\u07ff\u0800', 'a\U0001f600', '\ud800']:
    try:
        encoded = text.encode()
        print(encoded[:12], len(encoded), encoded.decode() == text)
    except UnicodeEncodeError as error:
        print(error)
