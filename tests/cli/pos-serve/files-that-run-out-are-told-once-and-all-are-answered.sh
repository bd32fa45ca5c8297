# needs: command -v prlimit && command -v python3
. tests/cli/pos-serve/server
model
launcher='prlimit --nofile=40' serve --max-clients 100
python3 - "$url" <<'END'
import socket, sys, time
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
row = b'{"time":"2026-03-09 13:00","status":"approved","count":12}'
request = b'POST /api/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' % (len(row), row)
# Each keeps its connection, and so a file of the server, until all of a wave have sent.
begin = time.monotonic()
clients = [socket.create_connection((place.hostname, place.port), timeout=20) for _ in range(90)]
for client in clients:
    client.sendall(request)
answered = 0
for client in clients:
    answered += client.recv(4096).startswith(b'HTTP/1.1 200')
    client.close()
print(answered, 'answered', 'soon' if time.monotonic() - begin < 3 else 'late')
END
wait_until 'grep -q "taken again" errors'
status "${url}healthz"
end
sed 1d errors
pos-report -b pos.db --sql 'SELECT count(*) FROM transactions' -f csv
