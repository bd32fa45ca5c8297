# Of the key: rows, incidents and chart; what was expected only where its alerts say so.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
sqlite3 pos.db < data/keys.sql
pos-report -b pos.db -s 2026-03-09 --by merchant=alfa -r summary,incidents
echo "== rows are those that have the key"
pos-report -b pos.db -s 2026-03-09 --by merchant=alfa -r table -f csv > rows
pos-report -b pos.db -f csv --sql "SELECT count(*) AS rows FROM transactions WHERE keys LIKE 'merchant=alfa%'"
sed 1d rows | wc -l
echo "== its series"
pos-report -b pos.db -s 2026-03-09 --by merchant=alfa --hour 10 --minute 14-18 --status denied -r series -f csv
echo "== and that of all, where its alert says nothing of what was expected"
pos-report -b pos.db -s 2026-03-09 --hour 10 --minute 14-18 --status denied -r series -f csv
echo "== as a page"
pos-report -b pos.db -s 2026-03-09 --by merchant=alfa -f html | grep -oE '<title>.*</title>|id="asked">[^<]*'
