# math's functions of several numbers leave to operators what is no plain int or float; signs of zeros and infinities survive.
import math


class Int(int):
    def __add__(self, other): return Int(int(self) + int(other))
    def __mul__(self, other): return Int(int(self) * int(other))
    __radd__ = __add__
    __rmul__ = __mul__
    def __repr__(self): return f'Int({int(self)})'


class Flt(float):
    def __add__(self, other): return Int(int(self) + int(other))
    def __mul__(self, other): return Int(int(self) * int(other))
    __radd__ = __add__
    __rmul__ = __mul__
    def __repr__(self): return f'Flt({int(self)})'


print(math.sumprod([Int(7)], [1.5]), math.sumprod([1.5, Flt(2)], [2.5, 3.5]), math.sumprod([1.5, True], [2, 3.5]))
print(math.prod([1.5, Flt(2.5)]), math.prod([Flt(2.5), 3]), sum([1.5, Flt(2.5)]), sum([Int(2), 3]), math.prod([Int(2), 3]))
for x, y, z in (1e300, 1e300, -math.inf), (-1e300, 1e300, math.inf), (1e300, 1e300, -1e300), (0.0, -1.0, 0.0):
    try:
        print(math.fma(x, y, z))
    except (ValueError, OverflowError) as error:
        print(error)
tiny = 5e-324
print(math.nextafter(-tiny, 0.0), math.nextafter(tiny, -0.0), math.nextafter(-tiny, 1.0), math.nextafter(0.0, -0.0))
print(math.nextafter(-tiny, 0.0, steps=1), math.nextafter(-tiny, 0.0, steps=5), math.nextafter(-tiny, 1.0, steps=1))
