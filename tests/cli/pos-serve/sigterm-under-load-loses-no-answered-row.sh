# needs: command -v python3
. tests/cli/pos-serve/server
model
serve -p forest --timeout 3s
python3 - "$url" "$server" > answered <<'END'
import http.client, os, signal, sys, threading, time
from urllib.parse import urlsplit
place, done, wrong = urlsplit(sys.argv[1]), [], []
def work(n):
    client = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    for i in range(100_000):
        shop = f'{n}{i:06}'
        try:
            client.request('POST', '/api/score', '{"time":"2026-03-09 13:00","status":"approved","count":%s}' % shop,
                           {'Content-Type': 'application/json'})
            answer = client.getresponse()
            answer.read()
            (done if answer.status == 200 else wrong).append(shop)
            if answer.getheader('Connection') == 'close':
                return
        except http.client.RemoteDisconnected:  # between two requests
            return
        except OSError:
            return
threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 9)]
for thread in threads: thread.start()
time.sleep(1)
begin = time.monotonic()
os.kill(int(sys.argv[2]), signal.SIGTERM)
for thread in threads: thread.join()
print('in time' if time.monotonic() - begin < 3.5 else 'late', file=sys.stderr)
print('\n'.join(done))
print(len(wrong), 'were refused', file=sys.stderr)
END
wait_until '! kill -0 "$server" 2> /dev/null' 40   # a second and the timeout
{ wait "$server" || echo "ended with status $?"; } 2> /dev/null
[ "$(wc -l < answered)" -gt 30 ] && echo 'many rows were answered'
sort answered > wanted
pos-report -b pos.db --sql 'SELECT count FROM transactions' -f csv | sed 1d | sort > stored
comm -3 wanted stored | head -3
