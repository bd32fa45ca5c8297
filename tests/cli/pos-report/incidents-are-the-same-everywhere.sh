# pos-alert on a pipe, both reports, the page, the metrics and the view name the same incidents: number, first and last
# minute, statuses, what was lost. On the example day, and where they are the original day and the labelled sets.
cat > same.py <<'PYTHON'
"""Exit 0 where two lists of incidents (id|first|last|status+status|lost) are the same; rows have their expectation in
two decimals, the history in all."""
import sys
def incidents(path):
    rows = [line.rstrip().split('|') for line in open(path)]
    return {(i, first, last, *sorted(statuses.split('+'))): float(lost or -1) for i, first, last, statuses, lost in rows}
one, other = map(incidents, sys.argv[1:])
sys.exit(one.keys() != other.keys() or any(abs(one[key] - other[key]) > 0.5 for key in one))
PYTHON
lines() { # a table of incidents, which has a row for each status, as a line for each
  sqlite3 :memory: ".mode csv" ".import $1 rows" ".mode list" "SELECT incident, min(first), max(last),
    group_concat(status, '+'), max(lost) FROM rows GROUP BY incident"
}
compare() { # NAME HISTORY DAY SCORE-OPTION...
  name=$1 history=$2 day=$3 query='SELECT id, first, last, status, lost FROM incidents'
  shift 3
  rm -f pos.db alert.db
  pos-train -q --holdout 0 -m m "$history"
  pos-score -q "$@" -m m -b pos.db "$day" > scored.csv
  pos-alert --maildir box --replay -q "$@" -b alert.db < scored.csv > /dev/null
  sqlite3 alert.db "$query" > wanted
  pos-report -b pos.db --sql "$query" -f csv | sed '1d; s/,/|/g' > view
  begin=$(sqlite3 pos.db "SELECT strftime('%Y-%m-%d %H:%M:%S', min(time), 'unixepoch') FROM scored")
  pos-report -b pos.db -s "$begin" -u 2100-01-01 -r incidents -f csv > table
  lines table > history
  pos-report "$@" -r incidents -f csv scored.csv > table
  lines table > rows
  for other in view history rows; do python3 same.py wanted $other || echo "$name: $other differs"; done
  pos-report "$@" -f prom scored.csv | awk '/^pos_report_incidents/ { n += $2 } END { print n }' > metrics
  pos-report "$@" -f html scored.csv | grep -o 'id="incidents-count" value="[0-9]*"' | tr -dc '0-9\n' > page
  wc -l < wanted | tr -d ' ' > number
  for other in metrics page; do diff number $other > diffs || echo "$name: $other differs"; done
  echo "$name: $(cat number)"
}
compare example examples/data/history.csv examples/data/day.csv
[ -n "${POS_REAL_DATA:-}" ] || exit 0
{
  compare original "$POS_REAL_DATA/transactions_1.csv" "$POS_REAL_DATA/transactions_1.csv" -D 2025-07-15
  for set in "$POS_REAL_DATA"/../quality/dev-*; do compare "$(basename "$set")" "$set/train.csv" "$set/test.csv" -D 2025-07-15; done
} > real
grep -vE '^(original: 2|dev-[a-z0-9-]*: [0-9]+)$' real || :
