# What is a number to float, int and complex, and what only looks like one.
texts = ['1', '1.5', '.5', '5.', '1e5', '1E-5', '+1', '-1', '0x10', '0b1', '0o7', '0B1', '0X1', 'inf', 'Infinity', '-INF', 'nan', '+nan', '', '1_0', '1__0',
         '_1', '1_', '1e', 'e1', '.', '+', '1.5.5', '1n', '  1 ', '\t1\n', '1 1', '\uff11\uff12', '0e0', '-0', '1e400', '-1e-400', 'infi', '0_0x1', '1e+5', '1e5_0',
         '++1', '0x', '\x1c1\x1c', '1\x1f', '\x0b1\x0c', '\xa01\u2003', '\x1c\xa01', '1\x00', '\ufeff1', '00012', '0b', '-0x1', '1f', '1d', '\x7f1', 'In', '1I',
         'b1', 'xb', '-o']
for text in texts:
    for kind in (float, int, complex):
        try:
            print(repr(kind(text)), end=' ')
        except ValueError as error:
            print('-', end=' ')
    print(ascii(text))
