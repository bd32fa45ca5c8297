# The same file grown again and again, cut in the middle of minutes, of an incident and of an outage.
pos-train -q -m m examples/data/history.csv
table() { sqlite3 "$1" 'SELECT scored.id, time, name, count, score, expected, surprise, severity, decision, open, reason, row_hash FROM scored JOIN status ON status.id = scored.status ORDER BY scored.id; SELECT monitor FROM model'; }
pos-score -m m -b one.db examples/data/day.csv > one.csv
for rows in 2 3 4 100 1030 1031 1500 1503 2001 2297 2298 2299 3000 3540; do
  head -n "$rows" examples/data/day.csv | pos-score -q -m m -b pieces.db > /dev/null
done
pos-score -m m -b pieces.db examples/data/day.csv | cmp - one.csv
table one.db > one.txt
table pieces.db | diff one.txt -
sqlite3 one.db 'SELECT count(*) FROM scored WHERE open = 1'
