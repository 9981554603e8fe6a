"""Incremental and stream forms of the codecs in _codecs_cn and its like: what a call leaves over is the beginning of the next."""
import codecs


class MultibyteIncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self._state = 0

    def encode(self, input, final=False):
        data, self._state = self.codec._encode(input, self.errors, self._state, bool(final))
        return data

    def reset(self):
        self._state = 0

    def getstate(self):
        return self._state

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError(f'setstate() argument must be int, not {type(state).__name__}')
        data = state.to_bytes(17, 'little')
        if data[0] > 8:
            raise UnicodeError('pending buffer too large')
        data[1:1 + data[0]].decode()
        self._state = state


class MultibyteIncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        data = self._pending + bytes(input)
        text, used, self._state = self.codec._decode(data, self.errors, self._state, bool(final))
        self._pending = data[used:]
        return text

    def reset(self):
        self._pending = b''
        self._state = 0

    def getstate(self):
        return self._pending, self._state

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError(f'setstate() argument must be tuple, not {type(state).__name__}')
        if [*map(type, state)] != [bytes, int]:
            raise TypeError('setstate(): illegal state argument')
        pending = state[0]
        if len(pending) > 8:
            encoding = type(self).__module__.rpartition('.')[2]
            raise UnicodeDecodeError(encoding, pending, 0, len(pending), 'pending buffer too large')
        self._pending, self._state = state


class MultibyteStreamReader:
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def _read(self, method, size):
        """What one read gives, or more until it is a character; what the file ends within is an error."""
        if size is None:
            size = -1
        while True:
            piece = getattr(self.stream, method)(*[size] * (size >= 0))
            at_end = size < 0 or not piece
            data = self._pending + piece
            text, used, self._state = self.codec._decode(data, self.errors, self._state, at_end)
            self._pending = data[used:]
            if text or at_end:
                return text
            size = 1

    def read(self, size=None, /):
        return self._read('read', size)

    def readline(self, size=None, /):
        return self._read('readline', size)

    def readlines(self, size=None, /):
        return self._read('read', size).splitlines(True)

    def reset(self):
        self._pending = b''
        self._state = 0


class MultibyteStreamWriter(codecs.StreamWriter):
    pass
