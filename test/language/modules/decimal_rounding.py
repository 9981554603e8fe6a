# Quotients, products, sums and quantized numbers of lengths about the precision, in all roundings, near ties, powers of ten and the ends of exponents; hashes.
from decimal import *
import hashlib
state = 1
def random(limit):
    global state
    state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
    return (state >> 33) % limit
def number():
    kind, length = random(6), (1, 2, 15, 16, 17, 27, 28, 29, 30, 56)[random(10)]
    digits = ['9' * length, '1' + '0' * length, str(random(8)) + '5' + '0' * random(30), str(1 + random(50) << random(90)), ''][kind] if kind < 5 else ''
    while len(digits) < (kind > 3) * length: digits += str(random(10))
    exponent = random(50) - 40 if random(4) else (0, -28, 28, 35, -999999, 999980)[random(6)]
    return Decimal(('', '-')[random(2)] + digits + 'E' + str(exponent))
roundings = [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
context = getcontext()
context.traps = dict.fromkeys(context.traps, False)
digest = hashlib.md5()
for i in range(400):
    context.prec, context.rounding, context.clamp = (1, 16, 17, 28, 28, 30, 50)[random(7)], roundings[random(8)], random(8) // 7
    context.Emin, context.Emax = ((-999999, 999999), (-40, 40))[random(3) // 2]
    a, b = number(), number()
    if random(10) == 0: b = a * 3
    for operation in (a.__add__, a.__sub__, a.__mul__, a.__truediv__, a.__mod__, a.quantize, lambda b: a.fma(b, a), lambda b: a.quantize(Decimal((0, (1,), random(30) - 28))), lambda b: hash(a) if abs(a.adjusted()) < 99 else 0):
        context.clear_flags()
        line = f'{a} {b} {operation(b)} {[s.__name__ for s, on in context.flags.items() if on]}'
        digest.update(line.encode())
        if i % 80 == 0: print(line)
print(digest.hexdigest())
