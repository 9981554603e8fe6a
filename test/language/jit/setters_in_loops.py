"""Setters of properties in hot loops: what they raise and where, and setters that change meanwhile."""
import sys
import traceback


class Account:
    def __init__(self):
        self.kept = 0
        self.log = []

    @property
    def balance(self):
        return self.kept

    @balance.setter
    def balance(self, value):
        if value == 1500:
            raise ValueError(f"too much: {value}")
        self.kept = value


class Silent(Account):
    @Account.balance.setter
    def balance(self, value):
        self.kept = -value
        return "nobody sees it"


def fill(account, count, step=1):
    for i in range(count):
        account.balance += step
    return account.balance


def first_failure():
    account = Account()
    try:
        fill(account, 2000)
    except ValueError:
        traceback.print_exc(file=sys.stdout)
    return account.balance


def kinds(account, values):
    seen = []
    for _ in range(300):
        for value in values:
            account.balance = value
            seen.append(account.balance)
    return seen[-len(values):]


def replaced():
    account = Account()
    total = 0
    for i in range(1200):
        if i == 800:
            Account.balance = Account.balance.setter(lambda self, value: setattr(self, "kept", value * 2))
        if i == 1000:
            Account.balance = property(lambda self: self.kept)
        try:
            account.balance = i
        except AttributeError as error:
            if i == 1000:
                print(error)
        total += account.kept
    return total


def frames():
    class Watched:
        @property
        def x(self):
            return 1

        @x.setter
        def x(self, value):
            if value % 400 == 399:
                print(sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe(1).f_locals["i"])

    watched = Watched()
    for i in range(1200):
        watched.x = i


def both(accounts):
    for i in range(1000):
        accounts[i % 2].balance = i
    return [account.kept for account in accounts]


print(fill(Account(), 1200))
print(fill(Silent(), 1201))
print(first_failure())
print(kinds(Account(), [1, 2.5, "text", None, [1], 2**70]))
print(both([Account(), Silent()]))
frames()
print(replaced())

# In a module there is no place on the stack below the operands.
account = Silent()
for account.balance in range(700):
    pass
print(account.kept)
for number in range(700):
    account.balance = number
print(account.kept)
