"""Servers and clients within one program."""
import asyncio, contextlib, http.client, http.server, selectors, socket, socketserver, threading, urllib.error, urllib.request, xmlrpc.client, xmlrpc.server, json

def echo_once():
    with socket.create_server(('127.0.0.1', 0)) as server:
        port = server.getsockname()[1]
        def serve():
            connection, address = server.accept()
            with connection:
                while data := connection.recv(3):
                    connection.sendall(data.upper())
        thread = threading.Thread(target=serve); thread.start()
        with socket.create_connection(('localhost', port), timeout=2) as client:
            print(client.getpeername() == ('127.0.0.1', port), client.getsockname()[0], client.gettimeout())
            client.sendall(b'hello world'); client.shutdown(socket.SHUT_WR)
            print(b''.join(iter(lambda: client.recv(100), b'')))
        thread.join()
    try: socket.create_connection(('127.0.0.1', port), timeout=1)
    except ConnectionRefusedError as e: print(repr(e))
echo_once()

def errors():
    s = socket.socket(); t = socket.socket()
    s.bind(('', 0)); port = s.getsockname()[1]
    for action in [lambda: t.bind(('127.0.0.1', port)), lambda: t.recv(1), lambda: t.getpeername(), lambda: t.accept(), lambda: s.bind(('', 0)), lambda: t.connect('x'), lambda: t.connect(('x',)), lambda: t.connect((1, 2)), lambda: t.connect(('127.0.0.1', 70000)), lambda: t.shutdown(2), lambda: t.send(b'x'), lambda: t.bind(('8.8.8.8', 0)), lambda: socket.inet_aton('x'), lambda: t.connect_ex(('127.0.0.1', port)), lambda: socket.gethostbyname('127.0.0.1'), lambda: socket.getaddrinfo('localhost', 'http', type=socket.SOCK_STREAM, family=socket.AF_INET), lambda: socket.inet_ntoa(b'\x7f\0\0\1'), lambda: socket.inet_pton(socket.AF_INET, '1.2.3.4'), lambda: socket.getservbyname('https'), lambda: s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM]:
        try: print(action())
        except (OSError, TypeError, OverflowError) as e: print(type(e).__name__, e)
    s.settimeout(0.01); s.listen()
    try: s.accept()
    except TimeoutError as e: print(repr(e))
    s.setblocking(False)
    try: s.accept()
    except BlockingIOError as e: print(repr(e))
    s.close(); t.close(); print(s)
    try: s.recv(1)
    except OSError as e: print(e)
errors()

def packets():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as a, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as b:
        a.bind(('127.0.0.1', 0)); b.bind(('127.0.0.1', 0))
        b.sendto(b'one', a.getsockname()); b.sendto(b'two!', a.getsockname())
        data, who = a.recvfrom(2); print(data, who == b.getsockname())
        a.sendto(b'back', who); print(a.recv(10), b.recvfrom(10)[0])
        b.connect(a.getsockname()); b.send(b'x'); print(a.recv(1))
        a.settimeout(0.01)
        try: a.recv(1)
        except socket.timeout as e: print(e)
packets()

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def reply(self, code, body):
        body = json.dumps(body).encode()
        self.send_response(code); self.send_header('Content-Type', 'application/json'); self.send_header('Content-Length', str(len(body))); self.end_headers(); self.wfile.write(body)
    def do_GET(self): self.reply(200 if self.path != '/nope' else 404, {'path': self.path, 'agent': self.headers['X-Agent']})
    def do_POST(self): self.reply(201, json.loads(self.rfile.read(int(self.headers['Content-Length']))))
    def log_message(self, *args): pass
with http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01}); thread.start()
    base = f'http://127.0.0.1:{server.server_port}'
    with urllib.request.urlopen(urllib.request.Request(base + '/a?b=1', headers={'X-Agent': 'me'})) as r: print(r.status, r.headers['Content-Type'], json.load(r))
    with urllib.request.urlopen(base, data=b'{"x": [1, 2]}') as r: print(r.status, r.read())
    try: urllib.request.urlopen(base + '/nope')
    except urllib.error.HTTPError as e: print(e, e.read())
    c = http.client.HTTPConnection('localhost', server.server_port)
    for path in '/1', '/2':
        c.request('GET', path); r = c.getresponse(); print(r.status, r.reason, r.read())
    c.close(); server.shutdown(); thread.join()

class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile: self.wfile.write(line.strip().upper() + b'\n')
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Upper) as server:
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01}, daemon=True).start()
    with socket.create_connection(server.server_address) as s, s.makefile('rw') as f:
        print('hi', file=f, flush=True); print(f.readline(), end=''); print('there', file=f, flush=True); print(f.readline(), end='')
    server.shutdown()

with xmlrpc.server.SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False) as server:
    server.register_function(lambda a, b: a + b, 'add')
    threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01}, daemon=True).start()
    with xmlrpc.client.ServerProxy('http://%s:%d' % server.server_address) as proxy: print(proxy.add(2, 3), proxy.add('a', 'b'))
    server.shutdown()

async def streams():
    async def handle(reader, writer):
        async for line in reader: writer.write(line[::-1]); await writer.drain()
        writer.close()
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async def ask(i):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'line %d\n' % i * 2); writer.write_eof()
        answer = await reader.read(); writer.close(); await writer.wait_closed()
        return answer
    print(await asyncio.gather(*map(ask, range(3))))
    server.close(); await server.wait_closed()
    class Protocol(asyncio.DatagramProtocol):
        def connection_made(self, transport): self.transport = transport
        def datagram_received(self, data, address): self.transport.sendto(data * 2, address)
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(Protocol, local_addr=('127.0.0.1', 0))
    got = asyncio.get_running_loop().create_future()
    class Client(asyncio.DatagramProtocol):
        def connection_made(self, transport): transport.sendto(b'ping')
        def datagram_received(self, data, address): got.set_result(data)
    other, _ = await asyncio.get_running_loop().create_datagram_endpoint(Client, remote_addr=transport.get_extra_info('sockname'))
    print(await got); other.close(); transport.close()
    try: await asyncio.open_connection('127.0.0.1', port)
    except OSError as e: print(type(e).__name__, str(e).replace(str(port), 'PORT'))
asyncio.run(streams())

with selectors.DefaultSelector() as sel, socket.create_server(('127.0.0.1', 0)) as server:
    server.setblocking(False); sel.register(server, selectors.EVENT_READ, 'listener'); print(sel.select(0))
    c = socket.create_connection(server.getsockname()); print([k.data for k, _ in sel.select(1)])
    conn, _ = server.accept(); conn.send(b'x'); print(c.recv(1)); conn.close(); print(c.recv(1)); c.close()
