"""What asyncio.tools, and so `python -m asyncio`, imports: here no process can look into another."""
from collections import namedtuple

FrameInfo = namedtuple('FrameInfo', 'filename lineno funcname', module='_remote_debugging')


class RemoteUnwinder:
    def __init__(self, pid, **options):
        raise RuntimeError('Remote debugging is not supported on this platform')
