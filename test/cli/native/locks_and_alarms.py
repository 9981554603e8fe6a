"""Reentrant locks exclude other threads; alarms and interrupts reach the handlers of the main thread."""
import _thread
import signal
import threading
import time

for make in threading.Lock, threading.RLock:
    lock = make()
    lock.acquire()
    finished = []

    def work():
        with lock:
            finished.append(threading.get_ident())

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers: worker.start()
    time.sleep(0.02)
    print(len(finished))
    lock.release()
    for worker in workers: worker.join()
    print(len(finished), len({worker.native_id for worker in workers}))


class Timeout(Exception): pass


def note(number, frame):
    print('received', signal.Signals(number).name, threading.current_thread() is threading.main_thread())


def fail(number, frame):
    raise Timeout


signal.signal(signal.SIGINT, note)
_thread.interrupt_main()
helper = threading.Thread(target=_thread.interrupt_main)
helper.start()
helper.join()
for _ in range(1000): pass

signal.signal(signal.SIGALRM, fail)
for busy in True, False:
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        while busy: pass
        time.sleep(60)
    except Timeout:
        print('timeout')
print(signal.setitimer(signal.ITIMER_REAL, 100), signal.alarm(0), signal.alarm(0))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
for _ in range(2):
    try: signal.pause()
    except Timeout: print('woken')
signal.setitimer(signal.ITIMER_REAL, 0)
try:
    signal.setitimer(7, 1)
except signal.ItimerError as error:
    print(error)
