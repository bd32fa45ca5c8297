# needs: command -v curl && command -v python3
. tests/cli/pos-serve/server
model
serve
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' -o answer
python3 - "$url" <<'END'
import http.client, sys
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
def ask(client, method, path):
    client.request(method, path)
    answer = client.getresponse()
    said = answer.status, answer.getheader('Content-Type'), answer.getheader('Content-Length')
    return said, b'' if (method, path) == ('GET', '/api/stream') else answer.read()
for path in ('/', '/api/transactions', '/api/summary?format=csv', '/api/series', '/api/incidents', '/api/page', '/api/get_record',
             '/api/stream', '/healthz', '/readyz', '/favicon.ico', '/metrics', '/api/score', '/nope', '/api/summary?hour=x'):
    client = http.client.HTTPConnection(place.hostname, place.port, timeout=10)  # one: a body would be taken for the next answer
    head, nothing = ask(client, 'HEAD', path)
    get, body = ask(client, 'GET', path)
    # The page says when it was made, the metrics count this very request.
    same = head == get or path == '/metrics' and head[:2] == get[:2]
    print(path, head[0], 'as GET' if same and nothing == b'' and str(len(body)) == (get[2] or '0') else (head, get, nothing, len(body)))
END
