# Ints of all sizes, floats of all exponents and bools under every operator: exactly rounded, compared, divided, converted.
state = 12345
def draw(limit):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 11) % limit
def an_int():
    kind = draw(6)
    if kind == 0: return draw(21) - 10
    if kind == 1: return draw(2**32) - 2**31
    if kind == 2: return 2**draw(80) + draw(3) - 1
    if kind == 3: return -(2**53) - 2 + draw(5)
    if kind == 4: return bool(draw(2))
    return draw(2**53) ** (1 + draw(4)) * (-1) ** draw(2)
def a_float():
    kind = draw(6)
    if kind == 0: return [0.0, -0.0, 1.0, 0.5, 2.5, -1.5, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308, 2.0**53, 1e16, 1e22][draw(14)]
    if kind == 1: return float(draw(2001) - 1000)
    if kind == 2: return (draw(2000001) - 1000000) / [10, 100, 8, 3, 1000][draw(5)]
    return (draw(2**53) / 2**53 - 0.5) * 2.0 ** (draw(400) - 200)
def show(operation, *operands):
    try: return repr(operation(*operands))
    except (ZeroDivisionError, OverflowError, ValueError) as error: return f"{type(error).__name__}: {error}"
import operator as o
for number in range(60):
    a, b, x, y = an_int(), an_int(), a_float(), a_float()
    print(a, b, x, y)
    for left, right in ((a, b), (a, x), (y, b), (x, y)):
        print("  ", *(show(operation, left, right) for operation in (o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, divmod)))
        print("  ", *(int(operation(left, right)) for operation in (o.lt, o.le, o.eq, o.ne, o.gt, o.ge)), show(max, left, right), show(min, left, right))
    print("  ", show(o.and_, a, b), show(o.or_, a, b), show(o.xor, a, b), ~int(a), -a, +a, abs(a), show(o.lshift, a, draw(70)), show(o.rshift, a, draw(70)), show(pow, a, draw(6)), show(pow, a, draw(100), b), a.bit_length(), int(a).bit_count())
    print("  ", show(int, x), show(round, x), show(round, y, draw(6)), show(round, a, -draw(12)), show(float, a), show(lambda v: v.as_integer_ratio(), x), x.hex(), y.is_integer(), show(complex, x, y), show(o.mul, complex(x, y), complex(y, x)), show(o.truediv, complex(1.5, -2.0), complex(y, 3.0)))
    print("  ", format(a, "+,d"), format(a, "#x"), format(x, ".3e"), format(y, "012.4f") if abs(y) < 1e30 else "", format(x, "g"), format(y, ",.2f") if abs(y) < 1e30 else "", "%.5g|%r|%5d" % (y, x, a), a.to_bytes(300, "little", signed=True)[:9].hex(), hash(a) == hash(float(a)) if abs(a) < 2**53 else "")
values = [an_int() for _ in range(40)] + [a_float() for _ in range(40)]
clean = [v for v in values if v == v]
print(sorted(clean)[:12], max(clean), min(clean), show(sum, [v for v in clean if abs(v) < 1e300]))
