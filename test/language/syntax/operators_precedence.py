# Operators bind in the order the language says.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, 2 ** -1, -2 ** -2, ~2 ** 2)
print(1 << 2 + 1, 1 | 2 ^ 3 & 5, 7 & 3 == 3, not 1 == 2, not True or True, True or False and False)
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 == 2, 3 > 2 != 1, 1 == 1 in [1], (1 == 1) in [1], 1 in [1] == True)
print(10 - 4 - 3, 100 / 10 / 5, 2 * 3 % 4, 7 // 2 * 2, -7 // 2, -7 % 3, 7 % -3, 5 - -5, 5 - - - 5)
print(1 if 0 else 2 if 0 else 3, [1, 2][0 if 1 else 1], (lambda: 1 if 1 else 2)())
print(not not 1, not 0 is None, 1 is not None, 2 not in [1], "a" + "b" * 2, ("a" + "b") * 2)
print((x := 5) + x, [y := 1, y + 1], (lambda a, b=2: a + b)(1), 5 .bit_length(), 1..real, -1 .real)
print(1 if True else 0 or 5, (1 or 0) and 7, 0 or None or [], "" and 1, 1 and 2 and 3)
print(0 < (1 < 2), 3 == 3.0 == True + 2, None is None is not 1, "a" < "b" <= "b")
print(6 & 5 | 1, 6 ^ 5 & 1, 1 + 2 << 3 - 1, 16 >> 2 >> 1, -5 >> 1, ~5 & 0xF)
def log(value):
    print("eval", value, end=" ")
    return value
print(log(1) < log(3) < log(2), log(5) > log(9) > log(1))
print(log(1) + log(2) * log(3) ** log(2))
print({log(1): log(2), log(3): log(4)}, [log(5)][log(0)], log(0) or log(7))
