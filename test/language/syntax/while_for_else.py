# Loops with else, break and continue, nested in each other.
def find(needle, items):
    for index, item in enumerate(items):
        if item == needle:
            print("found at", index)
            break
    else:
        print("not found")
find(2, [1, 2, 3]); find(9, [1, 2, 3]); find(1, [])
n = 10
while n:
    n -= 1
    if n % 2: continue
    if n < 3: break
    print(n, end=" ")
else:
    print("never")
print("left at", n)
while n > 0:
    n -= 1
else:
    print("exhausted", n)
for i in range(3):
    for j in range(3):
        if j == i: break
        if j == 2: continue
        print((i, j), end=" ")
    else:
        print("inner else", end=" ")
        continue
    if i == 2: break
else:
    print("outer else")
print()
for x in []: pass
else: print("empty else")
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]:
    print(a, b, c)
class Box: pass
box = Box(); row = [0]
for box.x in range(3): pass
for row[0] in "ab": pass
print(box.x, row)
for i in range(2):
    try:
        continue
    finally:
        print("finally", i)
while True:
    try:
        break
    finally:
        print("left")
items = [1, 2, 3]
for item in items:
    if item < 3 and len(items) < 6: items.append(item * 10)
print(items)
for i in *[1, 2], 3: print(i, end=",")
print()
print(i)
