# needs: command -v python3 && [ -r /proc/net/tcp ]
. tests/cli/pos-serve/server
model
serve --max-body 40M --max-clients 100
python3 - "$url" "$server" <<'END'
import collections, http.client, os, signal, sys, time
from urllib.parse import urlsplit
place, server = urlsplit(sys.argv[1]), int(sys.argv[2])
def until(condition):
    for _ in range(2000):
        if condition(): return
        time.sleep(0.005)
    raise SystemExit('waited in vain')
def under_way():  # connections with bytes that nobody has read yet
    lines = [line.split() for line in open('/proc/net/tcp').readlines()[1:]]
    ends = ':%04X' % place.port
    return sum(line[4] != '00000000:00000000' for line in lines if line[3] == '01' and (line[1].endswith(ends) or line[2].endswith(ends)))
def connect():
    client = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    client.request('GET', '/healthz')
    client.getresponse().read()
    return client
def said(client):
    answer = client.getresponse()
    answer.read()
    return answer.status, answer.reason, answer.getheader('Retry-After', '')
def at_once(parts):  # the last part of each request, while the server sleeps
    os.kill(server, signal.SIGSTOP)
    for client, part in parts: client.send(part) if isinstance(part, bytes) else client.request('GET', part)
    until(lambda: under_way() == len(parts))
    os.kill(server, signal.SIGCONT)
    return sorted(collections.Counter(said(client) for client, _ in parts).items())
def tell(answers):
    for what, count in answers: print(count, 'x', *what)
many = [connect() for _ in range(90)]
print('40 MB of rows three times; 64 MiB may wait:')
for client in many[:3]:
    client.request('POST', '/api/score', b'x' * 39_999_999, {'Content-Type': 'text/csv', 'Content-Length': '40000000'})
until(lambda: under_way() == 0)
tell(at_once([(client, b'x') for client in many[:3]]))
print('90 reports; 64 may wait, beside those that are made while the last of them come:')
answers = at_once([(client, f'/api/series?minute={i % 60}&hour={i % 24}') for i, client in enumerate(many)])
tell([(what, 'some') for what, _ in answers])
if not 64 <= answers[0][1] < 90: tell(answers)
print('then:')
tell(at_once([(many[-1], '/api/series?minute=9&hour=21')]))
END
