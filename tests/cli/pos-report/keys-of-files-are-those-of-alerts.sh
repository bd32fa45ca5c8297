# A table of a history has key and place, and is read back: its incidents are the same (but for an expectation in two
# decimals), and other rows are of no key.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
sqlite3 pos.db < data/keys.sql
pos-report -b pos.db -s 2026-03-09 -r table -f csv -o rows.csv
head -n 1 rows.csv
grep 'merchant=alfa' rows.csv | head -n 2
incidents() { jq -c '[.incident, .status, .first, .last, .count, .key, .where]'; }
pos-report -b pos.db -s 2026-03-09 -r incidents -f ndjson | incidents > wanted
pos-report -s 2026-03-09 -r incidents -f ndjson rows.csv | incidents | cmp - wanted
pos-report -b pos.db -s 2026-03-09 -r table -f ndjson | pos-report -s 2026-03-09 -r incidents -f ndjson | incidents | cmp - wanted
cat wanted
pos-report --by merchant -f csv rows.csv
