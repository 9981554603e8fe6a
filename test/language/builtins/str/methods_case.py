# Case methods over all of Unicode.
texts = ["hello World", "ÀÉÎ straße ß", "ǆ Ǆ ǅ", "ΑΣ ΑΣΑ σς", "İI ıi", "ﬁ ﬂ", "ŉ ΐ", "they're bill's", "x1y2 3abc", "𐐀𐐨", "", "Ⅷ ⅷ ⓐ", "ყ Ჯ", "ꭰ Ꭰ", "ა"]
for t in texts: print(repr(t), [t.upper(), t.lower(), t.title(), t.capitalize(), t.swapcase(), t.casefold()])
tests = ["", "a", "A", "Aa", "1", "a1", " ", "_", "É", "é", "ß", "ǅ", "Ⅷ", "½", "²", "٣", "中", "\t\n", "\u00a0", "\u2003", "ªº", "aB c", "Title Case", "TITLE", "x\u0301", "\U0001f600", "\ud800", "\x00", "\u0378", "a-b"]
for t in tests: print(ascii(t), "".join("01"[getattr(t, m)()] for m in ("isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "islower", "isupper", "istitle", "isspace", "isidentifier", "isprintable", "isascii")))
