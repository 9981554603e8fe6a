# What a future that is done, or is not, answers.
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for text in ['future.result()', 'future.exception()', 'future.set_result(1)', 'future.set_result(2)', 'future.set_exception(ValueError)',
                 'future.result()', 'future.cancel()', 'asyncio.current_task().result()', 'asyncio.current_task().set_result(1)']:
        try:
            print(text, eval(text))
        except (asyncio.InvalidStateError, RuntimeError) as error:
            print(text, type(error).__name__, error)

asyncio.run(main())
