# A third of the rows is alfa's, and so is the rise of denied at 10:17.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
sqlite3 pos.db < data/keys.sql
pos-report -b pos.db -s 2026-03-09 --by merchant
echo "== as data"
pos-report -b pos.db -s 2026-03-09 --by merchant -f csv
pos-report -b pos.db -s 2026-03-09 --by acquirer -f ndjson
echo "== as a part of all, in its place"
pos-report -b pos.db -s 2026-03-09 --by merchant -r all | grep -E '^(Keys|Incidents|Records|Transactions (by|over))'
echo "== of a few hours and a status; incidents are of the day"
pos-report -b pos.db -s 2026-03-09 --by merchant -r keys --hour 10 --status denied
echo "== metrics"
pos-report -b pos.db -s 2026-03-09 -f prom | grep -A 1 'TYPE pos_report_key'
