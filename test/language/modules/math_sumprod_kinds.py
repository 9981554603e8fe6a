"""sumprod: what comes after ints beyond a machine word is summed by the operators, one after the other."""
from math import sumprod

print(sumprod([10, -5, 2147483648], [2 ** 80, 1.5, 1.5]))
print(sumprod([10, -5, 2147483648], [float(2 ** 80), 1.5, 1.5]))
print(sumprod([2 ** 62, 2 ** 62, 0.5], [1, 1, 3]), sumprod([2 ** 32, 0.5], [2 ** 32, 3]))
print(sumprod([2 ** 62, 1, 2 ** 62, 1.0], [1, 1, 1, 2.0 ** 62]), sumprod([1, 2, 3], [4, 5, 6]))
print(sumprod([0.1] * 10, [10] * 10), sumprod([1, 0.1] * 5, [0.1, 1] * 5), sumprod([True, 2], [3, 0.5]))
