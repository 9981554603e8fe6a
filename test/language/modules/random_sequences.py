# random gives CPython's numbers for the same seed.
import random
r = random.Random(42)
print(r.random(), r.random(), r.randint(1, 100), r.randrange(0, 100, 5), r.uniform(1, 2), r.choice("abcdef"), r.getrandbits(10), r.getrandbits(100), r.gauss(0, 1), r.normalvariate(0, 1), r.expovariate(1), r.triangular(0, 1, 0.5), r.betavariate(1, 2), r.gammavariate(2, 1), r.lognormvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.vonmisesvariate(0, 1), r.binomialvariate(10, 0.5))
l = list(range(10)); r.shuffle(l); print(l, r.sample(range(100), 5), r.choices("abc", k=5), r.choices([1, 2, 3], weights=[1, 0, 5], k=5), r.choices("ab", cum_weights=[1, 3], k=3), r.sample(["a", "b"], counts=[2, 1], k=2), r.randbytes(5), r.randrange(10**30))
for seed in (0, 1, -5, 2**70, "text", b"bytes", "", bytearray(b"x")): print(seed, random.Random(seed).random(), random.Random(seed).getrandbits(40))
random.seed(7); print(random.random(), random.randint(1, 6), [random.randrange(3) for _ in range(10)])
s = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(s); print(a == [r.random() for _ in range(3)], s[0], len(s[1]), s[2])
for code in ("r.randint(5, 1)", "r.randrange(0)", "r.choice([])", "r.sample([1], 2)", "r.choices([], k=1)", "r.getrandbits(-1)", "r.getrandbits(0)", "r.randrange(1.5)", "r.choices([1], weights=[1, 2])", "r.choices([1], weights=[0])", "random.Random([1])", "r.sample({1}, 1)", "r.setstate(5)", "r.randbytes(-1)", "r.randrange(1, 2, 0)"):
    try: print(code, eval(code))
    except (ValueError, IndexError, TypeError) as error: print(code, "->", type(error).__name__, error)
