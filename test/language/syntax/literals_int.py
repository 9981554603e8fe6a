# Integer literals in every base, with underscores, evaluate to the same numbers as int().
print(0, 00, 000, 7, 1_000_000, 0_0)
print(0x1F, 0XaB, 0xdead_beef, 0x_ff)
print(0o17, 0O77, 0o1_2_3, 0o_7)
print(0b1010, 0B11, 0b1111_0000, 0b_1)
print(123456789012345678901234567890, 0xffffffffffffffffffff)
print(9007199254740991, 9007199254740992, 9007199254740993)
print(-1, - -1, +-+1, ~0, ~-1, -0)
for text in ("0x_1F", "0b1_0", "1_0", "0o1_7"):
    print(text, eval(text), int(text, 0))
for text in ("1__0", "_1", "1_", "0_x1", "01", "0b2", "0o8", "0xg", "1_000_", "09", "0b", "0x"):
    try:
        print(text, eval(text))
    except (SyntaxError, NameError) as error:
        print(text, type(error).__name__, error)
