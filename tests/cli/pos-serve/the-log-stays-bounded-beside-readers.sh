# needs: command -v python3
. tests/cli/pos-serve/server
model
serve -p forest --max-body 10M
python3 - "$url" <<'END'
import http.client, os, sqlite3, sys, threading, time
from urllib.parse import urlsplit
place, stop, largest = urlsplit(sys.argv[1]), threading.Event(), 0
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
written, statuses = 0, set()
for _ in range(int(os.environ.get('POS_BODIES', 30))):
    client.request('POST', '/api/score', body, {'Content-Type': 'text/csv'})
    answer = client.getresponse()
    answer.read()
    statuses.add(answer.status)
    largest = max(largest, os.stat('pos.db-wal').st_size)
stop.set()
for reader in readers: reader.join()
print('the log is', 'bounded' if largest < 48 << 20 else f'{largest >> 20} MiB')
END
