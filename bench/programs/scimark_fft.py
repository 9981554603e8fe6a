"""Fast Fourier transform forth and back on one flat list of real and imaginary parts."""
import math
import sys

SIZE = 45


def transform(data, sign):
    n = len(data) // 2
    reorder(data)
    span = 1
    while span < n:
        angle = sign * math.pi / span
        turn_re, turn_im = math.cos(angle), math.sin(angle)
        w_re, w_im = 1.0, 0.0
        for offset in range(span):
            for start in range(offset, n, 2 * span):
                i, j = 2 * start, 2 * (start + span)
                re = w_re * data[j] - w_im * data[j + 1]
                im = w_re * data[j + 1] + w_im * data[j]
                data[j] = data[i] - re
                data[j + 1] = data[i + 1] - im
                data[i] += re
                data[i + 1] += im
            w_re, w_im = w_re * turn_re - w_im * turn_im, w_re * turn_im + w_im * turn_re
        span *= 2


def reorder(data):
    n = len(data) // 2
    j = 0
    for i in range(n - 1):
        if i < j:
            data[2 * i], data[2 * j] = data[2 * j], data[2 * i]
            data[2 * i + 1], data[2 * j + 1] = data[2 * j + 1], data[2 * i + 1]
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit


def run(n=SIZE):
    points = 2048
    original = [((i * i) % 257) / 257.0 for i in range(2 * points)]
    data = original[:]
    for _ in range(n):
        transform(data, -1)
        transform(data, 1)
        for i in range(len(data)):
            data[i] /= points
    error = math.sqrt(sum((a - b) ** 2 for a, b in zip(original, data)) / len(data))
    return f"{sum(data):.6f} {error < 1e-9}"


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
