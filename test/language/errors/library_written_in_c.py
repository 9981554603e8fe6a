"""What CPython runs in C leaves no entry in a traceback: not the asyncio that drives tasks, not datetime, not queue."""

import asyncio
import datetime
import pickle
import re
import time
import traceback


def shown(work):
    """The traceback, with the library's lines without their numbers and text."""
    try:
        work()
    except BaseException as e:
        for frame in traceback.extract_tb(e.__traceback__):
            if 'library_written' in frame.filename:
                print(frame.name, frame.lineno)
            else:
                print('  ', re.sub('.*/', '', frame.filename), frame.name)
        print(type(e).__name__, e)


class Nothing:
    """A selector with nothing to select."""

    def select(self, timeout):
        if timeout:
            time.sleep(timeout)
        return []


class Loop(asyncio.base_events.BaseEventLoop):
    _selector = Nothing()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def run(coroutine):
    loop = Loop()
    try:
        loop.run_until_complete(coroutine)
    finally:
        loop.close()


async def fails():
    raise ValueError('in a task')


async def awaits_a_task():
    await asyncio.create_task(fails())


async def gathers():
    await asyncio.gather(fails(), asyncio.sleep(0))


async def times_out():
    await asyncio.wait_for(asyncio.sleep(5), 0.001)


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


# Where CPython runs in a browser's loop, this is not to know.
outer = asyncio._get_running_loop()
asyncio._set_running_loop(None)
shown(lambda: run(awaits_a_task()))
shown(lambda: run(gathers()))
shown(lambda: run(times_out()))
shown(lambda: run(cancels_itself()))
shown(asyncio.get_running_loop)
asyncio._set_running_loop(outer)
shown(lambda: datetime.date(2024, 13, 1))
shown(lambda: datetime.datetime(2024, 1, 1).replace(hour=24))
shown(lambda: datetime.datetime.strptime('x', '%Y'))


class Unpicklable:
    def __reduce__(self):
        raise KeyError('reduce')


shown(lambda: pickle.dumps([Unpicklable()]))
