# needs: command -v python3
# A day posted minute by minute, in one go, with the server ended or killed in the middle of incidents, as CSV and JSON:
# the history has what pos-score stores of the file.
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1772798400   # 2026-03-06 12:00, when that day is over
python3 data/merchants.py
pos-train -q --by merchant,acquirer -m m history.csv
# Three times as many denials of acquirer x beside those of alfa: rows of two keys that alert.
awk -F, -v OFS=, '/05 10:[01]/ && $2 == "denied" && $5 == "x" { $3 *= 3 } { print }' day.csv > more.csv
mv more.csv day.csv
start() { serve --where merchant,acquirer; }
table() { sqlite3 "$1" 'SELECT time, status.name, count, score, expected, surprise, severity, decision, reason, scored.key, place, key_set.name, source IS NULL, open FROM scored JOIN status ON status.id = scored.status LEFT JOIN key_set ON key_set.id = scored.keys ORDER BY time, status.name, source IS NULL, key_set.name, count, score, scored.key; SELECT name, state FROM model_state WHERE name LIKE "key%" ORDER BY name'; }
pos-score -q -m m --where merchant,acquirer -b score.db day.csv > scored.csv
table score.db > wanted
cat > feed.py <<'END'
"""feed.py URL FORMAT FIRST LAST: lines of day.csv, a request for each minute."""
import csv, http.client, itertools, json, sys
from urllib.parse import urlsplit
place, kind, lines = urlsplit(sys.argv[1]), sys.argv[2], open('day.csv').read().splitlines()
client = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
for _, rows in itertools.groupby(lines[int(sys.argv[3]) - 1:int(sys.argv[4])], key=lambda row: row[:16]):
    body = '\n'.join([lines[0], *rows]) + '\n'
    if kind == 'json':
        body = json.dumps([row | {'count': int(row['count'])} for row in csv.DictReader(body.splitlines())])
    client.request('POST', '/api/score', body, {'Content-Type': 'text/csv' if kind == 'csv' else 'application/json'})
    answer = client.getresponse()
    text = answer.read().decode()
    if answer.status != 200:
        sys.exit(text)
    print(text.splitlines()[0][:2000])
END
same() { table pos.db > stored; if cmp -s wanted stored; then echo "$*: the same"; else diff wanted stored | head -5; fi; }
for kind in csv json; do
  rm -f pos.db*
  start
  python3 feed.py "$url" $kind 2 20000 > answers
  end > /dev/null
  same $kind
done
grep -o '"key":null,"where":null' answers | sort -u  # of minutes that are open
line() { grep -n "$1" day.csv | sed -n '1s/:.*//p'; }
for signal in TERM KILL; do
  rm -f pos.db*
  from=2
  for to in 2 1003 "$(line '05 10:03')" "$(($(line '05 10:03') + 9))" "$(($(line '05 10:08') + 1))" "$(line '05 14:01')" "$(($(line '05 14:06') + 2))" "$(line '05 14:41')" "$(line '05 18:15')" "$(($(line '05 18:15') + 2))" "$(line '05 21:04')"; do
    start
    python3 feed.py "$url" csv "$from" "$to" > answers
    kill -$signal "$server"
    wait "$server" 2> /dev/null || :
    from=$((to + 1))
  done
  start
  python3 feed.py "$url" csv "$from" 20000 > answers
  end > /dev/null
  same $signal
done
