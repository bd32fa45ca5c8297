# It is not the query that is wrong.
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
head -c 200000 /dev/zero | tr '\0' x | dd of=pos.db bs=4096 seek=20 conv=notrunc 2> /dev/null
pos-report -b pos.db -f csv --sql 'SELECT count(*), max(reason) FROM transactions'
