"""`*args` and `**keywords` passed on in hot loops: functions made again and again, dicts that fill, keys that are no strs, names that meet."""
import functools


def passing(function):
    @functools.wraps(function)
    def wrapper(*args, **keywords):
        return function(*args, **keywords)
    return wrapper


@passing
def total(a, b=10, *rest, scale=1):
    return (a + b + sum(rest)) * scale


def mixed(turns):
    result = 0
    for i in range(turns):
        result += total(i)
        if i > 100:
            result += total(i, 2, 3, scale=i % 3)
    return result


print(mixed(400))


def fresh(turns):
    results = []
    for i in range(turns):
        def pair(*args, **keywords):
            return args, keywords
        results.append(pair(i, i + 1) if i % 2 else pair(i, x=i))
    return results[0], results[-1], len(results)


print(fresh(300))


def kept(turns):
    """The callee's dict is its own."""
    seen = []

    def keep(**keywords):
        keywords['more'] = 1
        seen.append(keywords)

    def through(**keywords):
        keep(**keywords)
        keywords.setdefault('late', 2)
        keep(**keywords)
        return keywords

    for i in range(turns):
        own = through(i=i) if i > turns - 3 else through()
    return own, seen[-2:], len(seen)


print(kept(200))


def wrong(turns):
    messages = set()

    def inner(x=0):
        return x

    def outer(**keywords):
        keywords[1] = 2
        return inner(**keywords)

    def twice(**keywords):
        return inner(1, **keywords)

    for i in range(turns):
        for call in (lambda: outer()), (lambda: outer(x=1)), (lambda: twice(x=1)), (lambda: twice(y=1)):
            try:
                call()
            except TypeError as error:
                messages.add(str(error))
    return sorted(messages)


print(wrong(150))


def literals(turns):
    dicts = [{'a': i, 'b': i * 0.5, 'c': float('nan'), 'a' if i < 0 else 'd': None} for i in range(turns)]
    last = [{'name': i, 'size': -i, 'name': i + 1} for i in range(turns)][-1]
    return [*dicts[-1]], dicts[-1]['b'], last, {'x': 1} == dict(x=1)


print(literals(300))
