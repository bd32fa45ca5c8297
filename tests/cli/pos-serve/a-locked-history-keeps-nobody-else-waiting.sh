# needs: command -v python3
. tests/cli/pos-serve/server
model
serve
python3 - "$url" <<'END'
import http.client, sqlite3, sys, threading, time
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
row = '{"time":"2026-03-09 13:00","status":"approved","count":12}'
def ask(method, path, body=None):
    begin = time.monotonic()
    client = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    client.request(method, path, body, {'Content-Type': 'application/json'})
    answer = client.getresponse()
    answer.read()
    return answer.status, time.monotonic() - begin, answer.getheader('Retry-After')
def post(answers): answers.append(ask('POST', '/api/score', row))
def while_locked(seconds):
    other = sqlite3.connect('pos.db', isolation_level=None)
    other.execute('BEGIN IMMEDIATE')
    answers, begin, slowest = [], time.monotonic(), 0
    posts = [threading.Thread(target=post, args=(answers,)) for _ in range(3)]
    for one in posts: one.start()
    while time.monotonic() - begin < seconds:
        for path in '/healthz', '/readyz', '/metrics', '/api/get_record', '/api/summary':
            status, took, _ = ask('GET', path)
            slowest = max(slowest, took)
        time.sleep(0.02)
    other.execute('ROLLBACK')
    for one in posts: one.join()
    return answers, slowest
ask('POST', '/api/score', row)
answers, slowest = while_locked(0.7)
print('for 0.7 s:', [(status, 'late' if took > 4 else 'when it could be') for status, took, _ in answers], 'GET', 'late' if slowest > 1 else 'soon')
answers, slowest = while_locked(5.7)
print('for 5.7 s:', [(status, 'after 5 s' if 4.5 < took < 5.6 else took, retry) for status, took, retry in answers], 'GET', 'late' if slowest > 1 else 'soon')
for _ in range(100):
    if ask('GET', '/readyz')[0] == 200: break
    time.sleep(0.1)
print('then:', ask('POST', '/api/score', row)[0])
END
end
sed 1d errors
pos-report -b pos.db --sql 'SELECT count(*) FROM transactions' -f csv
