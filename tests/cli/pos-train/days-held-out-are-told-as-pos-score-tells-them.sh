# The last two of eight days: what pos-score says of them with a model of the six before, and pos-report makes of that.
data=examples/data
pos-train -m m --report - $data/history.csv $data/day.csv |
  jq -r '.monitor.held_out | .days, .days_before, (.incidents[] | "\(.from) \(.status) \(.severity)")' > held-out
cat held-out
{ cat $data/history.csv; sed 1d $data/day.csv; } > all.csv
awk -F, 'NR == 1 || $1 < "2026-03-08"' all.csv > six.csv
awk -F, 'NR == 1 || $1 >= "2026-03-08"' all.csv > two.csv
pos-train -q -m six six.csv
pos-score -m six two.csv | pos-report -r incidents -f csv | cut -d, -f1-4 > told
cat told
# Who looks on changes no model.
pos-train -q -m quiet $data/history.csv $data/day.csv
cmp m quiet
