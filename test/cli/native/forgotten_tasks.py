"""The event loop hears of exceptions that nobody asked for, and closes what was left open."""
import asyncio
import gc


def handler(loop, context):
    print(context['message'], repr(context['exception']), type(context['future']).__name__)


async def fail(word):
    raise ValueError(word)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


async def one():
    yield 1


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)

    task = asyncio.create_task(fail('task'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()

    future = loop.create_future()
    future.set_exception(KeyError('future'))
    del future
    gc.collect()

    asked = loop.create_future()
    asked.set_exception(KeyError('asked'))
    print(asked.exception())
    del asked
    awaited = asyncio.create_task(fail('awaited'))
    try:
        await awaited
    except ValueError as error:
        print('caught', error)
    del awaited
    gc.collect()
    print('collected')

    print([t.get_name() for t in asyncio.all_tasks()], asyncio.current_task() in asyncio.all_tasks())
    waiting = asyncio.create_task(asyncio.sleep(100), name='waiting')
    done = asyncio.create_task(asyncio.sleep(0), name='done')
    await done
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    waiting.cancel()

    # A generator that is left open is closed with the loop; those that have ended are not.
    generator = numbers()
    print(await anext(generator))
    for _ in range(600):
        async for _ in one():
            pass
    print('names go on:', asyncio.create_task(asyncio.sleep(0)).get_name())
    return generator


generator = asyncio.run(main())
