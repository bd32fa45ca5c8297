# What there is instead is told: columns, keys, or that none are watched.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-report -b pos.db -s 2026-03-09 --by merchant || echo "$?"
sqlite3 pos.db < data/keys.sql
for by in merchan Merchant merchan=alfa merchant=nobody; do
  pos-report -b pos.db -s 2026-03-09 --by "$by" || echo "$?"
done
