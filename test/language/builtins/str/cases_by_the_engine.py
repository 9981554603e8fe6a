"""Upper and lower case of Latin and Cyrillic letters, each alone, within words, and beside others."""


def fold(texts):
    total = 0
    for text in texts:
        for character in text:
            total = (total * 31 + ord(character)) % 1000000007
        total += len(text)
    return total


blocks = [chr(point) for point in (*range(0x180), *range(0x400, 0x530))]
for change in str.upper, str.lower, str.title, str.swapcase, str.capitalize, str.casefold:
    print(change.__name__, fold(map(change, blocks)), fold(change(f"a{each}Z") for each in blocks), fold([change("".join(blocks))]))
for text in "Straße", "ŉ ǰ", "İstanbul ılık", "ΑΣ ΑΣ.", "ſtop Ÿ µm", "Привет, МИР", "ѠѡҐґӀӏԮԯ", "\u0180\u0250\u0530", "é" * 50, "ﬁ Ⅷ Ა":
    print(ascii(text.upper()), ascii(text.lower()), text.upper(), text.lower())

for text in "é", "naïve", "don't", 'say "é"', "don't \"é\"", "back\\slash é", "tab\té\r\n\0\x7f\x80\xad\u200b\u3000", "é" * 60 + "\n", "\ue000\ufffe日本", "😀é\n'":
    print(repr(text), ascii(text), len(repr(text)))

for text in "", "abc", "x" * 40, "x" * 41, "é" * 40, "é" * 41, "x" * 63 + "é", "x" * 64 + "é", "é" + "x" * 3000, "日" * 700, "x" * 3000, "a😀":
    encoded = text.encode()
    print(len(encoded), encoded[:5], encoded[-5:], encoded.decode() == text)
    for encoding in "ascii", "latin-1":
        try:
            print(encoding, len(text.encode(encoding)), text.encode(encoding)[-3:])
        except UnicodeEncodeError as error:
            print(error.encoding, error.start, error.end, error.reason)
        print(len(text.encode(encoding, "replace")), text.encode(encoding, "xmlcharrefreplace")[-8:])
