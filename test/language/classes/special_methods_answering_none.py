"""None is an answer like any other: of a power, of a method that makes text, of a field that is replaced."""
import ast


class Power:
    def __pow__(self, *arguments): return None

    def __rpow__(self, *arguments): return None

    def __ipow__(self, other): return None


print(Power() ** 2, 2 ** Power(), pow(Power(), 2, 3), pow(Power(), 2))
power = Power()
power **= 3
print(power)


class Text(str): pass


class Shown:
    def __repr__(self): return Text('shown')


print(type(str(Shown())).__name__, type(repr(Shown())).__name__)
print(ast.dump(ast.parse('x = 1').body[0].__replace__(type_comment=None)))
