# A day with keys and places, grown again and again, one row at a time around an alert, whole and from a pipe: the same
# history and the same state as in one go. Likewise as NDJSON, and with a row for each transaction.
python3 data/merchants.py
pos-train -q --by merchant,acquirer -m m history.csv
table() { sqlite3 "$1" 'SELECT time, status.name, count, score, expected, surprise, severity, decision, open, reason, key, place, key_set.name, row_hash, source FROM scored JOIN status ON status.id = scored.status LEFT JOIN key_set ON key_set.id = scored.keys ORDER BY scored.id; SELECT monitor FROM model; SELECT name, state FROM model_state WHERE name LIKE "key%" ORDER BY name'; }
score() { pos-score -q -m m --where merchant,acquirer "$@"; }
line() { grep -n "$1" "$2" | sed -n '1s/:.*//p'; }
cut_everywhere() {  # FILE STEP
  score "$1" > plain
  score -b one.db "$1" | cmp - plain
  score -b one.db "$1" | cmp - plain
  table one.db > one.txt
  at=$(line '05 10:01' "$1") dead=$(line '05 14:05' "$1") back=$(line '05 14:41' "$1") all=$(line '05 21:03' "$1")
  for rows in 2 3 4 100 "$((at - 40))" $(seq "$at" "$2" "$((at + 12 * $2))") "$dead" "$((dead + 3))" "$back" "$((back + 1))" $(line '05 18:15' "$1") "$((all + 3))" "$((all + 50))"; do
    head -n "$rows" "$1" > grown
    score -b grown.db grown > /dev/null
    score -b pipe.db < grown > /dev/null
  done
  score -b grown.db "$1" > /dev/null
  score -b pipe.db < "$1" > /dev/null
  for db in grown pipe; do
    score -b $db.db "$1" | cmp - plain
    table $db.db > cut.txt
    sed 's/|1$//' one.txt > want.txt
    sed 's/|[12]$//' cut.txt | cmp - want.txt && echo "$1, $db: the same"
  done
  for what in 'merchant=alfa' 'no data since.*merchant=charlie' 'acquirer=y: [0-9]* of [0-9]* denied'; do
    grep -q "$what" plain || echo "nothing says $what"
  done
  rm -f -- *.db
}
cut_everywhere day.csv 1
python3 - <<'END'
import csv, json
with open('day.ndjson', 'w') as out:
    for row in csv.DictReader(open('day.csv')):
        out.write(json.dumps(row | {'count': int(row['count'])}) + '\n')
END
cut_everywhere day.ndjson 1
python3 data/merchants.py single
cut_everywhere day.csv 7
