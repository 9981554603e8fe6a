# A global object loses attributes and gets other kinds of values while a loop reads them.
class Base:
    x = 'of the class'


class Point(Base):
    def __init__(self):
        self.x = 1
        self.y = 2.5


p = Point()
q = Point()


def change(i):
    if i == 700:
        del p.x
    elif i == 800:
        p.x = 5
    elif i == 900:
        del p.y


def run():
    seen = []
    for i in range(1000):
        try:
            now = p.x, p.y
        except AttributeError as error:
            now = str(error)
        if not seen or seen[-1] != now:
            seen.append(now)
        change(i)
    return seen


def without_calls():
    total = 0
    for i in range(1000):
        total += q.x
        if i == 500:
            q.extra = i
        elif i == 600:
            q.x = 2.5
        elif i == 700:
            del q.x
            q.x = 100
    return total


def stored_with_another_type():
    for i in range(900):
        q.y = i * 0.5
        if i == 600:
            del q.y
        elif i == 700:
            q.y = 'text'
    return q.y, sorted(vars(q))


print(run())
print(without_calls())
print(stored_with_another_type())
