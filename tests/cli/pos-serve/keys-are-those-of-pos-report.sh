# needs: command -v curl
. tests/cli/pos-serve/server
model
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
sqlite3 pos.db < data/keys.sql
serve
get() { curl -s -G "${url}api/$1" -d since=2026-03-09 -d format=csv --data-urlencode "by=$2"; }
get keys merchant > got
pos-report -b pos.db -s 2026-03-09 --by merchant -r keys -f csv | cmp - got
cat got
for report in summary series incidents; do
  get "$report" merchant=alfa > got
  if [ "$report" = incidents ]; then sed -i -E 's/(,[^,]*){3}$//' got; fi
  pos-report -b pos.db -s 2026-03-09 --by merchant=alfa -r "$report" -f csv | cmp - got
done
get transactions merchant=alfa > got
pos-report -b pos.db -s 2026-03-09 --by merchant=alfa -r table -f csv | cmp - got
curl -s "${url}api/incidents?since=2026-03-09" | jq -c '.[] | select(.key) | [.incident, .status, .key, .where]'
curl -s "${url}?since=2026-03-09&by=merchant%3Dalfa" | grep -oE '<title>.*</title>|id="all-keys" href="[^"]*"|<a href="[^"]*">merchant=alfa'
for query in keys 'keys?by=' 'keys?by=merchan' 'keys?by=merchant%3Dnobody' 'summary?by=%3Dx' 'summary?by=merchant&by=merchant' 'summary?by=nothing'; do
  curl -s -w '%{http_code}\n' "${url}api/$query"
done
