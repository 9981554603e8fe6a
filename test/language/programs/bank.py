# Accounts with rules, errors and a history.
class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        self.account, self.amount = account, amount
        super().__init__(f"{account.owner} lacks {amount - account.balance:.2f}")
class Account:
    interest = 0.0
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError(f"cannot deposit {amount}")
        self._balance += amount; self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self.available(): raise InsufficientFunds(self, amount)
        self._balance -= amount; self.history.append(("withdraw", amount))
        return self
    def available(self): return self._balance
    def __iadd__(self, amount): return self.deposit(amount)
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance})"
    def __lt__(self, other): return self._balance < other._balance
class Savings(Account):
    interest = 0.05
    def year(self): return self.deposit(round(self._balance * self.interest, 2))
class Overdraft(Account):
    limit = 100
    def available(self): return super().available() + self.limit
accounts = [Account("ann", 50), Savings("bob", 1000), Overdraft("cid", 10)]
for a in accounts:
    for amount in (30, 60, -5, 20):
        try: a.withdraw(amount) if amount > 0 else a.deposit(amount)
        except InsufficientFunds as e: print(e, e.account is a)
        except ValueError as e: print("ValueError", e)
    a += 7.5
    print(a, a.history)
print(sorted(accounts), max(accounts).year().year(), sum(a.balance for a in accounts))
