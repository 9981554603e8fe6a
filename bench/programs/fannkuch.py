"""Pancake flips over all permutations: small lists, slices, int comparisons."""
import sys

SIZE = 8


def fannkuch(n):
    order = list(range(n))
    counts = [0] * n
    most = checksum = 0
    parity = 1
    while True:
        if order[0]:
            stack = order[:]
            flips = 0
            top = stack[0]
            while top:
                stack[: top + 1] = stack[top::-1]
                flips += 1
                top = stack[0]
            if flips > most:
                most = flips
            checksum += flips * parity
        parity = -parity
        level = 1
        while True:
            if level == n:
                return checksum, most
            order.insert(level, order.pop(0))
            counts[level] += 1
            if counts[level] <= level:
                break
            counts[level] = 0
            level += 1


def run(n=SIZE):
    # Flips alternate in sign by order of generation, so that the checksum depends on the order too.
    results = []
    for size in range(3, n + 1):
        results.append(fannkuch(size))
    for _ in range(8):
        results.append(fannkuch(n))
    return " ".join(f"{checksum}/{most}" for checksum, most in results)


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
