# needs: command -v python3
. tests/cli/pos-serve/server
model
for round in 1 2 3; do
  serve -p forest
  python3 - "$url" "$server" "$round" >> answered <<'END'
import http.client, os, signal, sys, threading, time
from urllib.parse import urlsplit
place, done = urlsplit(sys.argv[1]), []
def work(n):
    client = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    for i in range(100_000):
        shop = f'{sys.argv[3]}{n}{i:06}'
        try:
            client.request('POST', '/api/score', '{"time":"2026-03-09 13:00","status":"approved","count":%s}' % shop,
                           {'Content-Type': 'application/json'})
            if client.getresponse().read() and True:
                done.append(shop)
        except (OSError, http.client.HTTPException):
            return
threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 9)]
for thread in threads: thread.start()
time.sleep(1)
os.kill(int(sys.argv[2]), signal.SIGKILL)
for thread in threads: thread.join()
print('\n'.join(done))
END
  wait "$server" 2> /dev/null || :
done
[ "$(wc -l < answered)" -gt 30 ] && echo 'many rows were answered'
sort answered > wanted
pos-report -b pos.db --sql 'SELECT count FROM transactions' -f csv | sed 1d | sort > stored
comm -23 wanted stored | head -3
