# Of day.csv the numbers are those of pandas 1.5.3: read_csv(...).groupby('status')['count'].describe()
pos-score -q -p seed -m data/by-hand.model -b pos.db examples/data/day.csv > /dev/null
describe() { pos-report -b pos.db -s 2026-03-09 -r describe "$@"; }
describe -f csv
echo
describe --lang pt
echo
describe -f ndjson --hour 10-11 --status denied,refunded
echo
describe -f csv -s 2026-03-09T10:00 -u 2026-03-09T10:01  # one row has no deviation
echo
describe -f csv --status nope
describe --status nope
