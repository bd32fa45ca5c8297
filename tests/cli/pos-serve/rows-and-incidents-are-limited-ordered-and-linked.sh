# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773087780   # 2026-03-09 20:23, in the middle of the last incident
model
sed '/ 20:2[3-9]\| 20:[345]\| 2[123]:/d' examples/data/day.csv | pos-score -q -m m -b pos.db > /dev/null
serve
get() { curl -s "${url}api/$1"; }
echo 'rows:'
get 'transactions?limit=2&status=denied&format=csv' | cut -d, -f1-3
get 'transactions?limit=2&status=denied&order=desc&format=csv' | cut -d, -f1-3
get 'transactions?limit=2&status=denied&order=desc' | jq -c '.[] | [.time, .count]'
get 'transactions?limit=1&format=ndjson&order=desc' | jq -c '[.time, .status]'
get transactions | jq -c '.[].time' > times.json
get 'transactions?order=desc' | jq -c 'reverse[].time' | cmp - times.json && echo 'all of them, the newest first'
echo 'incidents:'
get incidents | jq -c '.[] | [.incident, .id, .open, .status, .url]'
get 'incidents?open=1' | jq -c '.[] | [.id, .open]'
get 'incidents?order=desc&limit=2' | jq -c '.[] | .id'
get 'incidents?limit=1&format=csv' | head -1 | grep -o 'id,open,url'
echo 'what is no limit:'
for query in 'transactions?limit=0' 'transactions?limit=x' 'transactions?order=up' 'incidents?open=yes' 'summary?limit=1' 'transactions?open=1' 'summary?have=a'; do get "$query"; done
