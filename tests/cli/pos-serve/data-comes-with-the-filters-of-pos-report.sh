# needs: command -v curl
. tests/cli/pos-serve/server
model
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
serve
get() { curl -s -G "${url}api/$1" -d format=csv -d since=2026-03-09 -d hour=11-12 -d status=denied,failed -d normal=abnormal; }
# Incidents have three columns more: id, open, url.
for report in summary series describe incidents; do
  get "$report" > got
  if [ "$report" = incidents ]; then sed -i -E 's/(,[^,]*){3}$//' got; fi
  pos-report -b pos.db -r "$report" -f csv -s 2026-03-09 --hour 11-12 --status denied,failed --normal abnormal | cmp - got
done
pos-report -b pos.db -r table -f csv -s 2026-03-09 --hour 11-12 --status denied,failed --normal abnormal > rows.csv
get transactions | cmp - rows.csv
wc -l < rows.csv
curl -s -G "${url}api/transactions" -d since=2026-03-09 -d status=denied -d format=ndjson > got
pos-report -b pos.db -r table -f ndjson -s 2026-03-09 --status denied | cmp - got
curl -s -G "${url}api/transactions" -d since=2026-03-09 -d status=denied | jq -c '.[]' > array
jq -c . got | cmp - array
for query in hour=9-30 minute=x status= normal=odd since=never 'until=2026-03-01' format=xml page=2 'hour=1&hour=2' 'status=%ff' 'status=%0a'; do
  curl -s -w '%{http_code}\n' "${url}api/summary?$query"
done
