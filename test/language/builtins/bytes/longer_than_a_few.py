"""Bytes of all lengths around those at which their memory is had in another way do not share it."""
lengths = (0, 1, 31, 32, 33, 63, 64, 65, 100, 2047, 2048, 2049, 17000)
pattern = bytes(range(251)) * 70


def check(name, give):
    print(name, all(give(pattern[:n], n) for n in lengths))


check('slices', lambda b, n: b == pattern[:n] and b[1:] == bytes(list(b)[1:]) and b[::-1][::-1] == b)
check('sums', lambda b, n: b + b'!' == bytes([*b, 33]) and len(b''.join([b, b, b])) == 3 * n)
check('tables', lambda b, n: b.upper() == bytes(x - 32 if 97 <= x <= 122 else x for x in b) and
      b.swapcase().swapcase() == b and b.translate(bytes(range(255, -1, -1))) == bytes(255 - x for x in b) and
      b.translate(None, b'ab') == bytes(x for x in b if x not in b'ab') and b.translate(None) == b)
check('places', lambda b, n: all(b.find(b[at:at + 3]) == at % 251 for at in range(0, n - 3, 7)))
check('places in parts', lambda b, n: b.find(b'\x01\x02', 2, n) == (252 if n > 253 else -1) and
      b.find(b'\x01', 2, 252) == -1 and b.find(b'', n) == n and b.find(b'', n + 1) == -1)
check('counts', lambda b, n: b.count(b'\x03') == sum(x == 3 for x in b) and b.count(b'') == n + 1)
check('replaced', lambda b, n: b.replace(b'\x05\x06', b'....').replace(b'....', b'\x05\x06') == b and
      b.replace(b'', b'-', 3) == (b'-' + b[:1] + b'-' + b[1:2] + b'-' + b[2:] if n > 1 else b'-%b-' % b if n else b'-'))
check('compared', lambda b, n: b < b + b'a' and not b < b and (n == 0 or b[:-1] < b) and b[:-1] + b'\xff' >= b)

first, second = bytearray(100), bytearray(100)
first[:] = b'\xff' * 100
second.append(7)
print(set(first), set(second), len(second))
part = bytearray(pattern[:70])
try: part += part
except BufferError as error: print(error)
part += bytes(part)
part.extend(part)
print(len(part), part == pattern[:70] * 4)
part[70:210] = b''
part[10:12] = part
print(len(part), part.count(9), part[:14].hex())
part.resize(300)
print(part[-160:] == bytes(160))

import base64, binascii
for n in range(0, 12):
    text = base64.b64encode(pattern[:n])
    for broken in (text, text[:-1], text[:3] + b'*' + text[3:], text[:2] + b'\n\xff' + text[2:]):
        for strict in (False, True):
            try:
                print(n, binascii.a2b_base64(broken, strict_mode=strict).hex(), end=' ')
            except binascii.Error as error:
                print(n, error, end=' ')
    print()
