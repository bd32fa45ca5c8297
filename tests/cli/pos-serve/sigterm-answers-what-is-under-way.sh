# needs: command -v python3
. tests/cli/pos-serve/server
model
serve --timeout 5s
python3 - "$url" "$server" <<'END'
import os, signal, socket, sys, time
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
client = socket.create_connection((place.hostname, place.port), timeout=10)
idle = socket.create_connection((place.hostname, place.port), timeout=10)
body = b'{"time":"2026-03-09 13:00","status":"approved","count":12}'
client.sendall(b'POST /api/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body[:10]))
time.sleep(0.5)
os.kill(int(sys.argv[2]), signal.SIGTERM)
time.sleep(1)
print('idle:', idle.recv(10))
try:
    socket.create_connection((place.hostname, place.port), timeout=1)
    print('still listens')
except OSError:
    print('listens no more')
client.sendall(body[10:])
got = b''
while block := client.recv(65536):
    got += block
print(got.split(b'\r\n')[0].decode(), b'Connection: close' in got)
END
{ wait "$server" || echo "ended with status $?"; } 2> /dev/null
pos-report -b pos.db --sql 'SELECT time, status, count FROM transactions' -f csv
