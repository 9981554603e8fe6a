"""A simulated post office: classes that inherit, properties, class and static methods, super calls, __eq__ and co."""
import sys

SIZE = 30_000


class Clock:
    def __init__(self):
        self._now = 0

    @property
    def now(self):
        return self._now

    def tick(self, amount=1):
        self._now += amount


class Random:
    modulus = 2147483647

    def __init__(self, seed):
        self.value = seed

    def pick(self, low, high):
        self.value = self.value * 16807 % self.modulus
        return low + self.value % (high - low + 1)


class Event:
    created = 0

    def __init__(self, time):
        self.time = time
        Event.created += 1

    @classmethod
    def after(cls, clock, delay, *args):
        return cls(clock.now + delay, *args)

    def __lt__(self, other):
        return self.time < other.time

    def happen(self, office):
        office.log[type(self).__name__] = office.log.get(type(self).__name__, 0) + 1


class Arrival(Event):
    def happen(self, office):
        super().happen(office)
        customer = Customer.make(office.random)
        office.enter(customer)
        office.plan(Arrival.after(office.clock, office.random.pick(1, 4)))


class Finished(Event):
    def __init__(self, time, desk):
        super().__init__(time)
        self.desk = desk

    def happen(self, office):
        super().happen(office)
        self.desk.finish(office)


class Customer:
    def __init__(self, wishes):
        self.wishes = wishes
        self.entered = None

    @staticmethod
    def effort(wish):
        return 2 + wish * wish % 5

    @classmethod
    def make(cls, random):
        kind = Hurried if random.pick(0, 5) == 0 else cls
        return kind([random.pick(0, 9) for _ in range(random.pick(1, 3))])

    @property
    def work(self):
        return sum(self.effort(wish) for wish in self.wishes)

    @property
    def patience(self):
        return 60


class Hurried(Customer):
    @property
    def work(self):
        return super().work // 2 + 1

    @property
    def patience(self):
        return 20


class Desk:
    def __init__(self, number):
        self.number = number
        self.customer = None
        self.served = 0

    @property
    def free(self):
        return self.customer is None

    def start(self, customer, office):
        self.customer = customer
        office.plan(Finished.after(office.clock, customer.work, self))

    def finish(self, office):
        self.served += 1
        self.customer = None
        office.next_customer(self)


class Office:
    def __init__(self, desks, seed):
        self.clock = Clock()
        self.random = Random(seed)
        self.desks = [Desk(i) for i in range(desks)]
        self.waiting = []
        self.events = []
        self.log = {}
        self.waited = self.lost = 0

    def plan(self, event):
        events = self.events
        at = len(events)
        while at > 0 and event < events[at - 1]:
            at -= 1
        events.insert(at, event)

    def enter(self, customer):
        customer.entered = self.clock.now
        for desk in self.desks:
            if desk.free:
                desk.start(customer, self)
                return
        self.waiting.append(customer)

    def next_customer(self, desk):
        while self.waiting:
            customer = self.waiting.pop(0)
            waited = self.clock.now - customer.entered
            if waited <= customer.patience:
                self.waited += waited
                desk.start(customer, self)
                return
            self.lost += 1

    def run(self, until):
        self.plan(Arrival(0))
        while self.events[0].time <= until:
            event = self.events.pop(0)
            self.clock.tick(event.time - self.clock.now)
            event.happen(self)


def run(n=SIZE):
    results = []
    for desks in (2, 3, 4, 5, 6):
        office = Office(desks, 12345)
        office.run(n)
        results.append((office.waited, office.lost, sum(desk.served for desk in office.desks), sorted(office.log.items())))
    return results[1:4]


if __name__ == "__main__":
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(run())
