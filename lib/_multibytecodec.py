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
        self._pending, self._state = state


class MultibyteStreamReader(codecs.StreamReader):
    def __init__(self, stream, errors='strict'):
        super().__init__(stream, errors)
        self._state = 0
        self.decode = self._decode

    def _decode(self, input, errors='strict'):
        text, used, self._state = self.codec._decode(input, errors, self._state, False)
        return text, used


class MultibyteStreamWriter(codecs.StreamWriter):
    pass
