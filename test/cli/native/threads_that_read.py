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
