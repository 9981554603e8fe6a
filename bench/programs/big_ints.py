"""Ints past a machine word: modular powers, primality, gcd, factorials, Fibonacci by doubling, digits and bits."""
import sys

SIZE = 90


def power(base, exponent, modulus):
    result = 1
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def probably_prime(n):
    if n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for base in (2, 3, 5, 7, 11, 13):
        x = pow(base, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def fibonacci(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def factorial(low, high):
    if high - low < 8:
        product = 1
        for factor in range(low, high):
            product *= factor
        return product
    middle = (low + high) // 2
    return factorial(low, middle) * factorial(middle, high)


def run(n=SIZE):
    prime = 2**521 - 1
    results = []
    for i in range(n):
        results.append(power(3 + i, prime // 7 + i, prime) % 1000003)
        results.append(gcd(fibonacci(3000 + i * 12), fibonacci(2400)) % 1000003)
        results.append(sum(map(int, str(factorial(1, 900 + i)))))
        candidate = 10**60 + i * 2 + 1
        while not probably_prime(candidate):
            candidate += 2
        results.append(candidate % 1000003)
        results.append((fibonacci(5000 + i) >> 1000).bit_length())
    return f"{sum(results)} {results[:5]}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
