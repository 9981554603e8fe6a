# A thread that waits for a pipe or a socket lets what started it go on.
import os, socket, threading
r, w = os.pipe()
thread = threading.Thread(target=os.read, args=(r, 100)); thread.start()
print('started'); os.write(w, b'x'); thread.join()
got = []
def read():
    got.append(os.read(r, 3))
    buffer = bytearray(2)
    got.append((os.readinto(r, buffer) if hasattr(os, 'readinto') else 2, bytes(buffer)))
    got.append(os.read(r, 5))
thread = threading.Thread(target=read); thread.start()
print('started'); os.write(w, b'one')
while not got: pass
os.write(w, b'two'[:2] if hasattr(os, 'readinto') else b''); os.close(w); thread.join()
print(got[0], got[-1])
a, b = socket.socketpair()
def answer():
    while data := b.recv(10): b.sendall(data.upper())
    b.close()
thread = threading.Thread(target=answer); thread.start()
for word in b'some', b'words':
    a.sendall(word); print(a.recv(10))
a.shutdown(socket.SHUT_WR); thread.join()
a.settimeout(0.01); print(a.recv(1))
c, d = socket.socketpair()
c.settimeout(0.01)
def late():
    try: c.recv(1)
    except TimeoutError as error: print(error)
thread = threading.Thread(target=late); thread.start(); thread.join()
import time
def serve(connection):
    with connection, connection.makefile('rwb') as file:
        for line in file:
            if line == b'quit\n': break
            file.write(b'%d\n' % (int(line) * 2)); file.flush()
server = socket.create_server(('127.0.0.1', 0))
def listen():
    for _ in range(2):
        connection, _ = server.accept(); threading.Thread(target=serve, args=(connection,)).start()
threading.Thread(target=listen).start()
totals = []
def client():
    total = 0
    with socket.create_connection(server.getsockname()) as connection, connection.makefile('rw') as file:
        for i in range(500):
            print(i, file=file, flush=True); total += int(file.readline())
        print('quit', file=file, flush=True)
    totals.append(total)
clients = [threading.Thread(target=client) for _ in range(2)]
for thread in clients: thread.start()
for thread in clients: thread.join()
print(totals); server.close()
def fed(read, parts):
    r, w = os.pipe()
    thread = threading.Thread(target=read, args=(r,)); thread.start()
    for part in parts: os.write(w, part); time.sleep(0.001)
    os.close(w); thread.join()
def lines(r):
    with open(r) as file:
        for line in file: print(repr(line))
        else: print('no more')
fed(lines, [b'one\ntw', b'o\nthr', b'ee'])
def pieces(r):
    with open(r, 'rb') as file: print(file.read(3), file.read1(), file.readline(), file.read())
fed(pieces, [b'12', b'345', b'6', b'7\n8\n', b'9'])

# A loop so long that its FOR_ITER has an EXTENDED_ARG.
body = '\n'.join(f'        total += x * {i} % {i + 2}' for i in range(120))
exec(f'def sums(r):\n    total = 0\n    for line in open(r):\n        x = int(line)\n{body}\n        print(total)')
fed(sums, [b'0\n', b'1\n2', b'\n'])
