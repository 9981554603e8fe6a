"""Threads, what they wait for and what they have for themselves."""
import asyncio
import contextvars
import functools
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def in_thread(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()
    return thread


# They take turns.
turns = []


def take_turns(name):
    for i in range(3):
        turns.append((name, i))
        time.sleep(0.01)


threads = [threading.Thread(target=take_turns, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(turns))

# A worker between two queues.
tasks, results = queue.Queue(2), queue.SimpleQueue()


def work():
    while (task := tasks.get()) is not None:
        results.put(task * task)
        tasks.task_done()


worker = threading.Thread(target=work)
worker.start()
for number in range(5):
    tasks.put(number)
tasks.join()
tasks.put(None)
worker.join()
print([results.get() for _ in range(5)])

# Executors.
with ThreadPoolExecutor(3) as executor:
    print(list(executor.map(lambda x: x + 1, range(6))))
    futures = [executor.submit(pow, 2, n) for n in range(4)]
    print(sorted(future.result() for future in as_completed(futures)))
    print(repr(executor.submit(int, 'x').exception()))

# Locks.
total = 0
lock = threading.Lock()


def count():
    global total
    for _ in range(500):
        with lock:
            total += 1


threads = [threading.Thread(target=count) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, lock.locked(), lock.acquire(timeout=0.01), lock.acquire(timeout=0.01))
lock.release()
reentrant = threading.RLock()
with reentrant, reentrant:
    in_thread(lambda: print(reentrant.acquire(blocking=False)))
try:
    reentrant.release()
except RuntimeError as error:
    print(error)

# Main works while another waits, and is interrupted without asking for it.
done = threading.Event()
threading.Timer(0.01, done.set).start()
spins = 0
while not done.is_set():
    spins += 1
print(spins > 0, done.wait(5))

barrier = threading.Barrier(3)
passed = []


def meet(number):
    barrier.wait()
    passed.append(number)


threads = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(passed))


# What each has for itself.
class Mine(threading.local):
    def __init__(self, start):
        self.value = start


mine = Mine(5)
mine.value += 1
variable = contextvars.ContextVar('variable', default='default')
variable.set('main')


def own():
    print(mine.value, variable.get(), threading.current_thread().name, threading.get_ident() != threading.main_thread().ident)
    mine.value = 0
    variable.set('thread')


in_thread(own)
print(mine.value, variable.get())


# Waiting inside a generator, a comprehension and a call by keyword.
def naps():
    for _ in range(2):
        yield time.sleep(0.001)


in_thread(lambda: print([nap for nap in naps()], sorted([3, 1], key=lambda x: (time.sleep(0.001), x)[1])))


# Exceptions.
threading.excepthook = lambda args: print('hook', args.exc_type.__name__, args.thread is not None)
in_thread(lambda: 1 / 0)
in_thread(sys.exit)


# Event loops.
async def outside():
    return await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread())


print(asyncio.run(outside()))
loop = asyncio.new_event_loop()
background = threading.Thread(target=loop.run_forever)
background.start()


async def answer():
    await asyncio.sleep(0.001)
    return 42


print(asyncio.run_coroutine_threadsafe(answer(), loop).result(5))
loop.call_soon_threadsafe(loop.stop)
background.join()
loop.close()


# A thread that waits within a partial or an instance's call keeps nobody else from going on.
class Waiter:
    def __init__(self, event, seconds=60):
        self.answer = event.wait(seconds)

    def __call__(self, event):
        return event.wait(60)


waiting = threading.Event()
with ThreadPoolExecutor() as pool:
    calls = [functools.partial(waiting.wait, 60), functools.partial(Waiter, waiting), functools.partial(Waiter.__call__, None, waiting)]
    answers = [pool.submit(call) for call in calls]
    waiting.set()
    print([getattr(answer.result(5), 'answer', True) for answer in answers])


async def told():
    event = threading.Event()
    waits = asyncio.create_task(asyncio.to_thread(event.wait, 60))
    await asyncio.sleep(0.001)
    event.set()
    return await waits


print(asyncio.run(told()))


# Whoever only computes gives turns as well, and gets them.
def watched(_):
    seen, goes_on = [], [True]

    def compute():
        count = 0
        seen.append(count)
        while goes_on[0]:
            count += 1

    computing = threading.Thread(target=compute)
    computing.start()
    while not seen:
        pass
    goes_on[0] = False
    computing.join()
    return 0


print(watched(0), sorted([2, 1], key=watched))


# A thread waits in what functools.cache calls.
asked, told = threading.Event(), threading.Event()


@functools.cache
def answer(n):
    asked.set()
    told.wait()
    return n


asking = threading.Thread(target=lambda: print(answer(42)))
asking.start()
asked.wait()
told.set()
asking.join()
print(answer.cache_info())


# What a thread raises that is none of threading's.
import _thread


def fails():
    raise ValueError('from a thread')


reported = threading.Event()
shown = []


def unraisable(details):
    shown.append((details.err_msg == f'Exception ignored in thread started by {fails!r}', details.object, details.exc_value))
    reported.set()


sys.unraisablehook = unraisable
_thread.start_new_thread(fails, ())
reported.wait()
print(shown)
sys.unraisablehook = sys.__unraisablehook__


# The program ends when its threads have.
def last():
    threading.main_thread().join()
    print('the last word')


threading.Thread(target=last, name='last').start()
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
print(threading.active_count(), sorted(thread.daemon for thread in threading.enumerate()))
