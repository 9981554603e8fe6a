"""Much at once, much in pieces and much after little have the same digest, and a hash can be asked and copied at any time."""
import hashlib

much = bytes(i * 7 & 255 for i in range(10000))
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'):
    whole = hashlib.new(name, much)
    pieces = hashlib.new(name)
    for at in range(0, len(much), 333):
        pieces.update(much[at : at + 333])
    halves = hashlib.new(name)
    halves.update(b'')
    halves.update(much[:5000])
    early = halves.copy()
    between = halves.hexdigest()
    halves.update(memoryview(much)[5000:])
    after = hashlib.new(name, b'x')
    after.update(much)
    print(name, whole.hexdigest()[:16], whole.digest() == pieces.digest() == halves.digest(), whole.block_size)
    print(between == early.hexdigest() == hashlib.new(name, much[:5000]).hexdigest(), after.hexdigest()[:16])
    early.update(b'x')
    print(early.hexdigest()[:16], len(whole.digest()) == whole.digest_size)
print(hashlib.shake_128(much).hexdigest(8), hashlib.sha256(bytearray(much)).hexdigest()[:8])
