"""Dictionaries of bytes in files. What is made is made by dbm.dumb, the only kind there is here; files of others are known and refused.

import dbm
d = dbm.open(file, 'w', 0o666)
"""
import os
from . import dumb

__all__ = ['open', 'whichdb', 'error']


class error(Exception):
    pass


_names = ['dbm.sqlite3', 'dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = dumb
_modules = {'dbm.dumb': dumb}
error = (error, OSError)


def open(file, flag='r', mode=0o666):
    """Opens the database of that name: 'r' to read, 'w' to write as well, 'c' to make it if there is none, 'n' to make it anew."""
    kind = None if 'n' in flag else whichdb(file)
    if kind is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
        return _defaultmod.open(file, flag, mode)
    if kind == '':
        raise error[0]('db type could not be determined')
    if kind not in _modules:
        raise error[0](f'db type is {kind}, but the module is not available')
    return _modules[kind].open(file, flag, mode)


def _beginning(path, size):
    try:
        with os.fdopen(os.open(path, os.O_RDONLY), 'rb') as f:
            return f.read(size)
    except OSError:
        return None


def whichdb(filename):
    """The name of the module that a database is for: None if there is no such file, '' if it is something else."""
    filename = os.fsdecode(filename)
    if _beginning(filename + '.pag', 0) is not None and _beginning(filename + '.dir', 0) is not None:
        return 'dbm.ndbm'
    index = _beginning(filename + '.dir', 1)
    if index is not None and os.path.exists(filename + '.dat') and index in (b'', b"'", b'"'):
        return 'dbm.dumb'
    start = _beginning(filename, 16)
    if start is None:
        return None
    if start == b'SQLite format 3\0':
        return 'dbm.sqlite3'
    if start[:4] in (b'\xce\x9a\x57\x13', b'\xcd\x9a\x57\x13', b'\xcf\x9a\x57\x13'):
        return 'dbm.gnu'
    return ''


if __name__ == '__main__':
    import sys
    for name in sys.argv[1:]:
        print(whichdb(name) or 'UNKNOWN', name)
