"""A dictionary of bytes in two files: NAME.dat has the values, each from a multiple of 512 bytes on, and NAME.dir a line for each key
that says where its value is and how long. What is overwritten by something longer, or deleted, leaves a hole.
"""
import ast
import collections.abc
import io
import os

__all__ = ['error', 'open']

_BLOCKSIZE = 512
error = OSError


class _Database(collections.abc.MutableMapping):
    _io = io
    _os = os

    def __init__(self, filebasename, mode, flag='c'):
        filebasename = self._os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == 'r'
        self._dirfile = filebasename + b'.dir'
        self._datfile = filebasename + b'.dat'
        self._bakfile = filebasename + b'.bak'
        # None when the database is closed.
        self._index = None
        self._modified = False
        if flag == 'n':
            for name in self._datfile, self._bakfile, self._dirfile:
                try:
                    self._os.remove(name)
                except OSError:
                    pass
        try:
            self._io.open(self._datfile, 'rb').close()
        except OSError:
            if flag not in ('c', 'n'):
                raise
            self._create(self._datfile).close()
        self._read_index(flag)

    def _create(self, name):
        f = self._io.open(name, 'w', encoding='Latin-1')
        self._os.chmod(name, self._mode)
        return f

    def _read_index(self, flag):
        self._index = {}
        try:
            f = self._io.open(self._dirfile, 'r', encoding='Latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            self._create(self._dirfile).close()
            return
        with f:
            for line in f:
                key, place = ast.literal_eval(line.rstrip())
                self._index[key.encode('Latin-1')] = place

    def _commit(self):
        if self._index is None or not self._modified:
            return
        for move in self._os.unlink, lambda name: self._os.rename(self._dirfile, name):
            try:
                move(self._bakfile)
            except OSError:
                pass
        with self._create(self._dirfile) as f:
            for key, place in self._index.items():
                f.write(f"{key.decode('Latin-1')!r}, {place!r}\n")
        self._modified = False

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _writable(self):
        if self._readonly:
            raise error('The database is opened for reading only')

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        at, size = self._index[key]
        with self._io.open(self._datfile, 'rb') as f:
            f.seek(at)
            return f.read(size)

    def __setitem__(self, key, value):
        self._writable()
        if isinstance(key, str):
            key = key.encode('utf-8')
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')
        if isinstance(value, str):
            value = value.encode('utf-8')
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')
        self._verify_open()
        self._modified = True
        at, size = self._index.get(key, (0, -1))
        is_new = size < 0
        with self._io.open(self._datfile, 'rb+') as f:
            if -(-size // _BLOCKSIZE) < -(-len(value) // _BLOCKSIZE) or is_new:
                at = -(-f.seek(0, 2) // _BLOCKSIZE) * _BLOCKSIZE
                f.write(bytes(at - f.tell()))
            f.seek(at)
            f.write(value)
        self._index[bytes(key)] = at, len(value)
        if is_new:
            with self._io.open(self._dirfile, 'a', encoding='Latin-1') as f:
                f.write(f"{key.decode('Latin-1')!r}, {(at, len(value))!r}\n")

    def __delitem__(self, key):
        self._writable()
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        return key in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = None

    def __del__(self):
        if getattr(self, '_index', None) is not None:
            self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag='c', mode=0o666):
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    mask = os.umask(0)
    os.umask(mask)
    return _Database(file, mode & ~mask, flag=flag)
