# As pos-score does with a model of the days before, and pos-report with what that says.
data=examples/data
pos-train -m m --by merchant $data/merchants-history.csv 2>&1 | grep -E '^(keys|held)'
pos-train -m m --by merchant --report - $data/merchants-history.csv $data/merchants-day.csv |
  jq -r '.monitor.held_out.incidents[] | "\(.from) \(.key) \(.status)"'
awk -F, 'NR == 1 || $1 < "2026-03-04"' $data/merchants-history.csv > before.csv
{ cat $data/merchants-history.csv; sed 1d $data/merchants-day.csv; } | awk -F, 'NR == 1 || $1 >= "2026-03-04"' > two.csv
pos-train -q -m before --by merchant before.csv
pos-score -m before two.csv | pos-report -r incidents -f ndjson | jq -r '"\(.first) \(.key) \(.status)"'
