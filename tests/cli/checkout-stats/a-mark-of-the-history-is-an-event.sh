# What pos-report --mark has written says the same of the day as a line of --events, and both count.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/history.csv examples/data/day.csv > scored
stats() { checkout-stats -b pos.db --day 2026-03-09 "$@" -f text examples/data/checkout-1.csv; }
stats > before
{ echo from,to,name,kind; echo '2026-03-09 12:00,2026-03-09 15:00,promotion X,promotion'; } > events.csv
stats --events events.csv > of_file
pos-report -q -b pos.db --mark 'promotion X' --kind promotion -s '2026-03-09 12:00' -u '2026-03-09 15:00'
stats > of_mark
cmp of_file of_mark && echo 'the same'
cmp -s before of_mark || echo 'and more than without'
echo from,to,name > events.csv
stats --events events.csv | cmp - of_mark && echo 'beside a file'
