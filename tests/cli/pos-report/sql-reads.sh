cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
query='SELECT status, sum(count) AS n, NULL AS none FROM transactions GROUP BY status ORDER BY n'
pos-report -b pos.db -f text --sql "$query"
pos-report -b pos.db --sql "$query" -f csv
pos-report -b pos.db --sql "$query" -f ndjson
