# Whatever the builtins module has can be looked at.
import builtins
names = ["quit", "exit", "help", "copyright", "credits", "license", "print", "int", "__import__", "__build_class__", "Ellipsis"]
for name in names:
    value = getattr(builtins, name, None)
    if value is None: continue
    print(name, isinstance(value, type), value.__class__ is type(value), isinstance(dir(value), list), callable(value))
for name, value in list(vars(builtins).items()):
    isinstance(value, type), value.__class__, repr(type(value))
print(len([value for value in vars(builtins).values() if isinstance(value, type)]) > 60)
