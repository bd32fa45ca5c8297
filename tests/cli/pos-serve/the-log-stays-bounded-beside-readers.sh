# needs: command -v python3
. tests/cli/pos-serve/server
model
serve -p forest --max-body 10M
python3 - "$url" <<'END'
import http.client, os, sqlite3, sys, threading, time
from urllib.parse import urlsplit
place, stop = urlsplit(sys.argv[1]), threading.Event()
def read(begin):  # one of them holds a snapshot at any time
    time.sleep(begin)
    db = sqlite3.connect('pos.db', isolation_level=None)
    while not stop.is_set():
        db.execute('BEGIN')
        db.execute('SELECT max(id) FROM scored').fetchall()
        time.sleep(0.3)
        db.execute('COMMIT')
readers = [threading.Thread(target=read, args=(i / 10,)) for i in range(4)]
for reader in readers: reader.start()
client = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
body = 'time,status,count\n' + ''.join(f'2026-03-09 13:{i % 60:02},approved,{i}\n' for i in range(10_000))
anew = size = 0
for _ in range(200):  # as large as it was, it would be 300 MiB
    client.request('POST', '/api/score', body, {'Content-Type': 'text/csv'})
    client.getresponse().read()
    before, size = size, os.stat('pos.db-wal').st_size
    anew += size < before
    if anew == 2: break
stop.set()
for reader in readers: reader.join()
print('the log began anew' if anew == 2 else f'the log has {size >> 20} MiB')
END
