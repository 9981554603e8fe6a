"""Folders listed by the descriptors that they are open with."""
import os
import tempfile

print(os.listdir in os.supports_fd, os.scandir in os.supports_fd)
with tempfile.TemporaryDirectory() as folder:
    for name in ('one', 'two'):
        with open(os.path.join(folder, name), 'w') as file:
            file.write(name)
    os.mkdir(os.path.join(folder, 'three'))
    fd = os.open(folder, os.O_RDONLY)
    print(sorted(os.listdir(fd)))
    with os.scandir(fd) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            print(entry, entry.path, entry.is_dir(), entry.is_file())
    os.close(fd)
    file = os.open(os.path.join(folder, 'one'), os.O_RDONLY)
    for number in (file, 12345):
        for list_folder in (os.listdir, os.scandir):
            try:
                list_folder(number)
            except OSError as error:
                print(type(error).__name__, error.strerror, error.filename == number)
    os.close(file)
for wrong in (1.5, [], {}):
    for list_folder in (os.listdir, os.scandir):
        try:
            list_folder(wrong)
        except TypeError as error:
            print(error)
