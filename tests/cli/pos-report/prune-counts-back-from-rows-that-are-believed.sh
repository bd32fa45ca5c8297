# A row of 2030 in the middle, then a clock of 2030: both would empty the history.
head -2000 examples/data/day.csv > rows.csv
{ head -1000 rows.csv; echo '2030-01-01 00:00,approved,9'; sed 1,1000d rows.csv; } > stray.csv
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db stray.csv > /dev/null
rows() { pos-report -b pos.db -f csv --sql "SELECT count(*), min(time), max(time) FROM transactions" | tail -1; }
rows
pos-report -b pos.db --prune 30d
SOURCE_DATE_EPOCH=1900000000 pos-report -b pos.db --prune 6h
rows
# Without the monitor nothing says which row is right but the clock, and here that is behind them all.
pos-score -q -p forest -m pos.model -b forest.db rows.csv > /dev/null
SOURCE_DATE_EPOCH=1700000000 pos-report -b forest.db --prune 1d || echo "status $?"
SOURCE_DATE_EPOCH=1773079200 pos-report -b forest.db --prune 1h
