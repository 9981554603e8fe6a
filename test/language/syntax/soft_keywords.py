# match, case, type and _ are ordinary names where they are not statements.
match = 1; case = 2; type_ = type; _ = 3
print(match, case, _, match + case, match * -case)
match = {"case": 5}
print(match["case"], match.get("x"))
def case(match): return match
print(case(match=4))
type = lambda x: ("my type", x)
print(type(1), type (2))
type type = int
print(type)
class match: case = 1; type = 2
print(match.case, match.type)
match match:
    case match.case: print("value")
    case _: print("wild")
match = [1, 2]
match match:
    case [match, case]: print(match, case)
match (1):
    case 1: print("one")
match -1, 2:
    case (-1, case): print(case)
match [1, 2, 3]:
    case [*match]: print(match)
type = 5
print(type, type - 1, [type][0], (type), -type)
type X = list[int]
print(X.__value__, X)
lazy = 1
print(lazy)
