# needs: command -v curl
# And a verdict given over HTTP counts in it at once.
. tests/cli/pos-serve/server
model
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-alert -q -b pos.db --replay --maildir box < /dev/null > /dev/null
serve
get() { curl -s -D head -G "${url}api/review" -d since=2026-03-09 -d format=csv "$@"; }
get > got
etag=$(sed -n 's/^[Ee][Tt]ag: //p' head | tr -d '\r')
pos-report -b pos.db -s 2026-03-09 -r review -f csv | cmp - got
get -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $etag"
curl -s -o /dev/null -w '%{http_code}\n' -H 'Content-Type: application/json' -d '{"author":"ana","verdict":"false"}' \
  "${url}api/incidents/202603091405/ack"
get -H "If-None-Match: $etag" | grep incidents,
get -d by=merchant
curl -s "${url}api/review?since=2026-03-01&until=2026-03-02" | jq -c '.[0]'
