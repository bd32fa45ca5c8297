# The table comes from what is stored; what the history lacks is missing, and told.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/history.csv examples/data/day.csv > scored
at() { SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); export SOURCE_DATE_EPOCH; shift; checkout-stats -b pos.db "$@"; }
echo '- the day before, at midnight'
at '2026-03-10 00:05' -r info
echo '- the day so far'
awk -F, 'NR == 1 || $1 < "2026-03-09 16:04"' examples/data/day.csv > so-far.csv
rm pos.db*
pos-score -q -m m -b pos.db examples/data/history.csv so-far.csv > scored
at '2026-03-09 16:05' -r info
at '2026-03-09 16:05' --sql 'SELECT time, today, yesterday FROM pos WHERE time BETWEEN "14h" AND "16h"'
echo '- a day asked for'
at '2026-03-09 16:05' --day 2026-03-04 -r info
echo '- long after: its last day'
at '2026-11-30 12:00' -q --sql 'SELECT max(time) FROM pos'
at '2026-11-30 12:00' -q -r chart -f text | head -n 3
echo '- a day that it does not have'
at '2026-03-10 00:05' --day 2026-02-01 || echo $?
