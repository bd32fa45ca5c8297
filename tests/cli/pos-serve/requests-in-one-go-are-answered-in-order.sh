# needs: command -v python3
. tests/cli/pos-serve/server
model
serve
python3 - "$url" <<'END'
import socket, sys
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
client = socket.create_connection((place.hostname, place.port), timeout=10)
def post(count):
    body = b'{"time":"2026-03-09 13:00","status":"approved","count":%d}' % count
    return b'POST /api/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body)
client.sendall(b''.join(post(i) for i in range(50)) + b'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
got = b''
while block := client.recv(65536):
    got += block
import re
print(re.findall(rb'"count":(\d+)', got) == [b'%d' % i for i in range(50)], got.count(b'HTTP/1.1 200 OK'), got.endswith(b'{"status":"ok"}\n'))
END
