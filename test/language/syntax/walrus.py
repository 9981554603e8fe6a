# Assignment expressions bind in the enclosing function, also from inside comprehensions.
if (n := len("hello")) > 3: print(n)
while chunk := [1, 2, 3][:n - 5 + 1]:
    print(chunk); n -= 1
    if n < 4: break
print([last := x * 2 for x in range(4)], last)
print(any((hit := w).startswith("b") for w in ("a", "bc", "d")), hit)
print({(k := i): (v := i * i) for i in range(3)}, k, v)
def inside():
    total = 0
    parts = [total := total + x for x in [1, 2, 3]]
    return parts, total
print(inside())
def outer():
    global made
    (made := 7)
outer(); print(made)
print((a := 1, b := 2), a, b, [c := 3, c], f"{(d := 4)}", d)
print((lambda: (inner := 9) + inner)(), (z := (y := 2) + 1), y, z)
def f(x, y=None): return x, y
print(f(w := 5, y=(u := 6)), w, u)
print([1, 2, 3][(i := 1)], i, (x := 10) if (t := True) else 0, x, t)
print([y for x in range(3) if (y := x * x) > 0], {m: n for m in range(2) if (n := m + 1)})
for bad in ("x := 1", "(x.y := 1)", "(x[0] := 1)", "[i := 0 for i in range(3)]", "((a, b) := 1)", "(x = y := 1)",
            "f(x=y:=1)", "[j for j in (k := range(3))]", "lambda: x := 1", "class A: [z := 1 for _ in x]"):
    try:
        compile(bad, "<w>", "exec"); print(bad, "ok")
    except SyntaxError as error:
        print(bad, "->", error.msg)
