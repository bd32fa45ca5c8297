# That Sunday sold at other hours than Monday is no incident of Sunday's, and not told in a report of what is not
# ordinary. Insights say which day it was.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/history.csv examples/data/day.csv > scored
checkout-stats -q -b pos.db --day 2026-03-09
checkout-stats -q -b pos.db --day 2026-03-09 -r insights -f csv | grep -o 'Against yesterday.*'
checkout-stats -q -b pos.db --day 2026-03-09 -r insights -f text --lang pt | tr '\n' ' ' | grep -o 'yesterday foi[^.]*'
echo '- where a week before is known'
awk -F, -v OFS=, 'NR > 1 { day = substr($1, 9, 2) + 0
  $1 = (day == 8 ? "2026-03-01" : sprintf("2026-02-%02d", day + 21)) substr($1, 11) } { print }' \
  examples/data/history.csv > early.csv
rm pos.db*
pos-score -q -m m -b pos.db early.csv examples/data/history.csv examples/data/day.csv > scored
checkout-stats -q -b pos.db --day 2026-03-09 -r insights -f csv | grep -o 'Against yesterday.*'
