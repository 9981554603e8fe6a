"""Folders whose files have names of all kinds, some no UTF-8."""
import os

names = [b'a\xff', 'é'.encode(), '\ufffd'.encode(), b'plain', '😀'.encode()]
for name in names:
    open(name, 'w').close()
os.mkdir('folder')
print(ascii(sorted(os.listdir())), sorted(os.listdir(b'.')))
print(sorted((ascii(entry.name), entry.is_file()) for entry in os.scandir()))
os.remove(b'a\xff')
os.remove('\ufffd')
print(ascii(sorted(os.listdir('.'))), sorted((ascii(entry.name), entry.is_dir()) for entry in os.scandir()))
for path in ('nowhere', 'plain'):
    try: os.listdir(path)
    except OSError as error: print(repr(error), error.filename)
