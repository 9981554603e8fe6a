# What padding ends, and what a strict reader says of it.
import binascii

for text in ('YQ==YQ==', 'YQ==\n', 'YQ==a', 'YWI=x', 'YWI==', '=YWI', 'Y=WI=', 'YQ=a=', 'YQ', 'Y', 'YQ=', 'YWJj====', 'YWI=YWJj', 'Y\nWJj'):
    for strict in (False, True):
        try:
            print(ascii(text), strict, binascii.a2b_base64(text, strict_mode=strict))
        except binascii.Error as error:
            print(ascii(text), strict, error)
print(binascii.a2b_uu(b'') == bytes(32), binascii.a2b_uu(b'!'))
