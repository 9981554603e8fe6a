# Arguments that are gathered and passed on, in loops that are compiled.
def gather(*args, **keywords):
    return args, sorted(keywords.items())


def mixed(x, *args, y=5, **keywords):
    return x, args, y, sorted(keywords.items())


def positional(x, /, *, y=1, **keywords):
    return x, y, keywords


def change(*args, **keywords):
    keywords['z'] = 1
    keywords.pop('w', None)
    return args, keywords


def passing(function):
    def wrapper(*args, **keywords):
        return function(*args, **keywords)

    return wrapper


@passing
def add(x, y=3):
    return x + y


gatherOn, mixedOn, positionalOn, changeOn = map(passing, (gather, mixed, positional, change))


def calls(n):
    for i in range(n):
        made = [gather(), gather(i, 2, k=i), mixed(i, 2, 3, y=4, z=i), positional(i, y=2), positional(i, x=9)]
        made += [change(1, w=2), gatherOn(1, b=2), mixedOn(i, i), mixedOn(1, 2, y=3, q=4), positionalOn(i, x=3)]
        made += [changeOn(w=i), add(i), add(i, 4), add(i, y=9)]
    return made


def message(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except TypeError as error:
        return str(error)


print(calls(700))
for i in range(400):
    messages = [message(mixed), message(positional, x=1), message(add), message(add, 1, z=2), message(mixedOn, 1, y=2, x=3)]
print(*messages, sep='\n')


class Fallback:
    """What is missing is asked for; what is there is found as in any class."""

    kind = 'class'

    def __init__(self):
        self.own = 1

    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError(f'not {name}')
        return name

    @property
    def fails(self):
        raise AttributeError('inside')

    def method(self):
        return self.own


def attributes(n):
    it = Fallback()
    for i in range(n):
        found = it.own, it.kind, it.method(), it.other, it.fails, hasattr(it, 'nothing'), getattr(it, 'nope', i)
    return found


print(attributes(700))
