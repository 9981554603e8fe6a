# Lists of tuples in order: short and long, equal columns, mixed kinds, both directions, stable, and as keys.
def show(items):
    for reverse in (False, True):
        order = sorted(range(len(items)), key=lambda i: items[i], reverse=reverse)
        print([items[i] for i in order] == sorted(items, reverse=reverse), sum((i + 1) * at for i, at in enumerate(order)), items[order[0]], items[order[-1]])
nan = float("nan")
for n in (15, 16, 90):
    mixed = [i * 7919 % 101 for i in range(n)]
    show([(m % 5, m % 3, i % 3) for i, m in enumerate(mixed)]); show([(m % 50, str(m % 7), i / 4) for i, m in enumerate(mixed)])
    show([(m % 3, (m % 4, i % 2)) for i, m in enumerate(mixed)]); show([((m % 3, i % 2), m % 4) for i, m in enumerate(mixed)])
    show([(m % 4, 2.0 if m % 2 else 2) for m in mixed]); show([(-0.0 if i % 2 else 0.0, -i) for i in range(n)])
    show([(m % 3,) + (1,) * (i % 2) for i, m in enumerate(mixed)]); show([() for i in range(n)]); show([(i * 7 % n, None) for i in range(n)] if n % 7 else [(m % 2 == 0, m) for m in mixed])
    try: sorted([(m % 3, "a" if m % 2 else 1) for m in mixed])
    except TypeError as error: print(error)
    print(sorted([(nan, -i) for i in range(n)])[:2], sorted([(i % 2, nan) for i in range(n)])[0])
