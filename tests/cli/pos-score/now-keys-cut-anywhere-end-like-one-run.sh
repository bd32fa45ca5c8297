# As cron does it, with an outage of an hour, cut in the middle of minutes: the history is that of one run.
python3 data/merchants.py
pos-train -q --by merchant,acquirer -m m history.csv
sed '/ 16:53/,/ 17:45/d' day.csv > cut.csv
midnight=$(date -u -d 2026-03-05 +%s)
table() { sqlite3 "$1" 'SELECT time, status.name, count, score, expected, surprise, severity, decision, open, reason, key, place, key_set.name, source IS NULL FROM scored JOIN status ON status.id = scored.status LEFT JOIN key_set ON key_set.id = scored.keys ORDER BY time, status.name, scored.key, row_hash; SELECT monitor FROM model'; }
score() { SOURCE_DATE_EPOCH=$((midnight + $1)) pos-score -q --now -m m --where merchant,acquirer -b "$2" < "$3" > /dev/null; }
score 86410 one.db cut.csv
table one.db > one.txt
rows_until() { awk -F, -v s="$1" -v part="$2" 'NR == 1 { print; next } { m = substr($1, 12, 2) * 60 + substr($1, 15, 2) } m < int(s / 60) || (m == int(s / 60) && part-- > 0)' cut.csv; }
any() { od -An -N2 -tu2 /dev/urandom | awk -v most="$1" '{ print $1 % most }'; }
second=$(any 4000)
while [ "$second" -lt 86400 ]; do
  rows_until "$second" "$(any 9)" > part.csv
  score "$second" grown.db part.csv
  second=$((second + 1 + $(any 4000)))
done
# A pipe that does not repeat what was read: each minute of what alfa, charlie and acquirer y have.
previous=1
for second in $(seq 35700 60 37500) $(seq 50100 180 53000) $(seq 64000 300 66600) $(seq 75500 60 77000); do
  rows_until "$second" 4 > all.csv
  { head -n 1 cut.csv; tail -n "+$((previous + 1))" all.csv; } > part.csv
  previous=$(wc -l < all.csv)
  score "$second" pipe.db part.csv
done
score 86410 grown.db cut.csv
{ head -n 1 cut.csv; tail -n "+$((previous + 1))" cut.csv; } > part.csv
score 86410 pipe.db part.csv
for db in grown pipe; do
  table $db.db > cut.txt
  if cmp -s cut.txt one.txt; then echo "$db: the same"; else diff one.txt cut.txt | head; fi
done
