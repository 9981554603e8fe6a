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

# The same of every length about those at which another way is taken, in one piece and in two, copied between.
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'):
    gathered = hashlib.new(name)
    for length in (*range(0, 140), *range(180, 270, 3), 511, 512, 513, 4096):
        first, second = hashlib.new(name, much[:length]), hashlib.new(name)
        second.update(much[: length // 3])
        third = second.copy()
        third.update(much[length // 3 : length])
        second.update(much[length // 3 : length])
        assert first.digest() == second.digest() == third.digest() == first.digest(), (name, length)
        gathered.update(first.digest())
    print(name, gathered.hexdigest()[:24])
for make in hashlib.blake2b, hashlib.blake2s:
    for parameters in {}, {'digest_size': 20}, {'key': b'k'}, {'key': b''}, {'salt': b's'}, {'salt': b''}, {'person': b'p'}, {'fanout': 2}, {'depth': 3}, {'leaf_size': 7}, {'node_offset': 9}, {'node_depth': 1}, {'inner_size': 5}, {'last_node': True}:
        hash = make(much[:1000], **parameters)
        other = make(**parameters)
        other.update(much[:1000])
        print(make.__name__, parameters, hash.hexdigest()[:16], other.digest() == hash.digest() == hash.copy().digest())
