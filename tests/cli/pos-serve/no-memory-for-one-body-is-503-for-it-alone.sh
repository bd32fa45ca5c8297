# needs: command -v curl && command -v prlimit && command -v python3 && ! grep -q __asan_init "$(command -v pos-serve)"
. tests/cli/pos-serve/server
model
launcher='prlimit --as=280000000' serve --max-body 400M --max-clients 20
python3 - "$url" <<'END'
import http.client, sys, threading
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
row = b'{"time":"2026-03-09 13:00","status":"approved","count":12}'
def ask(method, path, body=None, kind='application/json', **more):
    client = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
    try:
        client.request(method, path, body, {'Content-Type': kind, **more})
        answer = client.getresponse()
        text = answer.read()
        return answer.status, text if answer.status == 503 else ''
    except OSError as error:
        return type(error).__name__, ''
def small(answers): answers.append(ask('POST', '/api/score', row)[0])
print('none to take it:', *ask('POST', '/api/score', b'x', 'text/csv', **{'Content-Length': '350000000'}))
print('none to take it, of a length that is not told:', ask('POST', '/api/score', (b'x' * 1_000_000 for _ in range(350)), 'text/csv')[0] in (503, 'BrokenPipeError', 'ConnectionResetError'))
lines = b'time,status,count\n' + b'2026-03-09 13:00,approved,12\n' * 300_000
for kind, body in (('text/csv', lines), ('application/x-ndjson', (row + b'\n') * 300_000), ('application/json', b'[' + b',\n'.join([row] * 300_000) + b']')):
    print('none to score it,', kind, *ask('POST', '/api/score', body, kind))
    answers = []
    posts = [threading.Thread(target=small, args=(answers,)) for _ in range(4)]
    for post in posts: post.start()
    for post in posts: post.join()
    print('others:', *answers, *(ask('GET', path)[0] for path in ('/healthz', '/readyz', '/', '/api/summary')))
END
end
sed 1d errors
pos-report -b pos.db --sql 'SELECT count(*) FROM transactions' -f csv
