# A rare status is the volume: no look at the records could tell.
pos-train -q --volume denied -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > scored.csv
cp pos.db other.db
pos-alert --replay -n < scored.csv | cut -d, -f3,7,12 | grep resolved
echo '== known'
pos-alert --maildir box --replay -b pos.db < scored.csv | cut -d, -f3,7,12 | grep resolved
pos-report -b pos.db -s 2026-03-09 | head -1
pos-alert -b pos.db list --all -f ndjson | jq -c 'select(.kind == "incident") | [.status, .lost]'
pos-report -b pos.db --sql 'SELECT status, round(lost, 1) AS lost, volume FROM incidents' -f csv
echo '== of another feed: what its records look like'
sed -f data/to-portuguese.sed scored.csv > other.csv
pos-alert --maildir box --replay -b other.db < other.csv | cut -d, -f3,7,12 | grep resolved
