# String literals: every escape, raw strings, prefixes, triple quotes and implicit joining.
print(repr('\a\b\f\n\r\t\v\\\'\"'))
print(repr("\0\1\12\123\377\x41\xe9\u00e9\u4e2d\U0001f600"))
print("\N{LATIN SMALL LETTER E WITH ACUTE} \N{BULLET} \N{greek small letter alpha}")
print(repr(r'\n\'') , r"\"", R'\\', rf'{1}\n', fr"\{2}")
print(u'unicode', U"also")
print('one' "two" '''three''' """four""")
print('a\
b')
print("""first
  second\tx
\
third""")
print(repr('''a"b'c''"d'''), repr("it's"), repr('say "hi"'), repr('both \' and "'))
print(len('\
'), len(r'\
'), len("😀"), len("\ud83d"), "\u0065\u0301" == "é")
print(b'bytes\x00\xff\'' b"more", rb'\x00', Rb"\n", bR'\t', Br'q')
print(repr(b'\a\b\t\n\r\\"'), b'\0\07\377', b"'", b'"', b'\'"')
print('' '' == '', 'ab' 'c'.upper(), ('x'
      'y'))
print('%s' 'b' % 1, 'tab\tend', "nul\0!".encode())
