# needs: command -v curl
. tests/cli/pos-serve/server
model
serve --allow-host pos.example
port=${url##*:} port=${port%/}
for host in 127.0.0.1 "localhost:$port" LOCALHOST '[::1]:80' 10.1.2.3 pos.example:443 POS.EXAMPLE evil.example pos.example.evil 127.0.0.1.evil localhost.evil ''; do
  echo "$host $(status -H "Host: $host" "${url}healthz")" | sed "s/:$port/:PORT/"
done
printf 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n' | curl -s --max-time 1 "telnet://127.0.0.1:$port" | head -1
row='{"time":"2026-03-09 13:00","status":"approved","count":12}'
from() { echo "$* $(post application/json "$row" -o answer -w '%{http_code}' "$@")"; }
from -H "Origin: http://pos.example" -H "Host: pos.example"
from -H "Origin: https://evil.example"
from -H 'Origin: null'
from -H 'Sec-Fetch-Site: cross-site'
from -H 'Sec-Fetch-Site: same-site'
from -H 'Sec-Fetch-Site: same-origin'
curl -s -i -H 'Origin: https://evil.example' "${url}api/summary" | grep -ci 'access-control' || :
