# needs: command -v curl && command -v python3
. tests/cli/pos-serve/server
model
# shellcheck disable=SC2034  # serve reads it
launcher='python3 tests/serve/small-buffers'
serve -p forest --timeout 1s --max-body 10M
awk 'BEGIN { print "time,status,count"; for (i = 0; i < 20000; ++i) print "2026-03-09 13:04,approved," i % 100 }' > many
post text/csv @many -o answer
python3 - "$url" <<'END'
import http.client, socket, sys, time
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
def ask(path):
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    client.settimeout(10)
    client.connect((place.hostname, place.port))
    client.sendall(b'GET ' + path + b' HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    return client
def get(path, method='GET', body=None):
    other = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    other.request(method, path, body, {'Content-Type': 'application/json'})
    return other.getresponse().read().decode()
def connections():
    return int(get('/metrics').split('\npos_serve_connections ')[1].split('\n')[0])
slow, stopped = ask(b'/api/transactions'), ask(b'/api/transactions')
stopped.recv(100)
begin, got, pauses = time.monotonic(), b'', 0
while block := slow.recv(65536):
    got += block
    if len(got) < 300_000 * pauses: continue
    pauses += 1
    time.sleep(0.1)
    begun = time.monotonic()
    if '"Approve"' not in get('/api/score', 'POST', '{"time":"2026-03-09 13:05","status":"approved","count":12}'): print('no answer')
    if time.monotonic() - begun > 1: print('others wait')
took = time.monotonic() - begin
head, body = got.split(b'\r\n\r\n', 1)
print('slow:', body.count(b'"approved"'), 'rows', 'after the timeout' if took > 1 else 'too fast', b'\nContent-Length: %d\r' % len(body) in head)
while connections() > 1 and time.monotonic() - begin < 20: time.sleep(0.05)
rest = 0
try:
    while block := stopped.recv(65536): rest += len(block)
except ConnectionResetError: pass
print('stopped:', 'cut off' if rest < len(body) / 4 else 'all')
END
