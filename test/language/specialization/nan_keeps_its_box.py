# A NaN is told from others by identity: a computed one has one box, however it is looked at.
inf = float('inf')
def run(n):
    hits = 0
    for i in range(n):
        x = inf - inf
        l = [x]
        if i % 2: y = 1
        else: y = 2
        hits += x in l
        hits += x is x
        d = {x: i}
        if i % 3: y = 1
        hits += d.get(x, -10)
    return hits
for k in (5, 100): print(run(k))
def run3(n):
    x = 1e308
    seen = []
    for i in range(n):
        x = x * 10 - x * 10
        seen.append(x)
        if i % 5: continue
        if x not in seen: print('not in', i)
        if x is not seen[-1]: print('is not', i)
run3(50)
