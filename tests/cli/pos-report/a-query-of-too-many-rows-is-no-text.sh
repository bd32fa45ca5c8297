pos-score -q -p seed -m data/by-hand.model -b pos.db data/ten-minutes.csv > /dev/null
count='WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200001) SELECT i FROM n'
pos-report -b pos.db -f csv --sql "$count" | wc -l
pos-report -b pos.db -f text --sql "$count"
