# Processes as generators under a simulated clock, with resources.
import heapq
class Env:
    def __init__(self): self.now, self.queue, self.count = 0, [], 0
    def start(self, process): self.schedule(process, 0, None)
    def schedule(self, process, delay, value): self.count += 1; heapq.heappush(self.queue, (self.now + delay, self.count, process, value))
    def run(self, until=float("inf")):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, process, value = heapq.heappop(self.queue)
            try: request = process.send(value)
            except StopIteration: continue
            request(self, process)
def wait(delay): return lambda env, p: env.schedule(p, delay, None)
class Resource:
    def __init__(self, n): self.free, self.waiting, self.most = n, [], 0
    def acquire(self):
        def request(env, p):
            if self.free: self.free -= 1; env.schedule(p, 0, env.now)
            else: self.waiting.append(p); self.most = max(self.most, len(self.waiting))
        return request
    def release(self, env):
        if self.waiting: env.schedule(self.waiting.pop(0), 0, env.now)
        else: self.free += 1
log = []
def customer(env, name, desk, work):
    arrived = env.now
    yield desk.acquire()
    log.append(f"{env.now:5.1f} {name} served after {env.now - arrived:.1f}")
    try: yield wait(work)
    finally: desk.release(env)
    log.append(f"{env.now:5.1f} {name} leaves")
def source(env, desk):
    for i in range(8):
        env.start(customer(env, f"c{i}", desk, 2.5 + i % 3))
        yield wait(1)
env = Env(); desk = Resource(2); env.start(source(env, desk)); env.run(); print("\n".join(log)); print(env.now, desk.most, desk.free)
