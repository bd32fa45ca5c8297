# Rows 901 to 1000 were written after the rename, when tail -F had left the file; then pos-score is killed, and started
# again as the manual says. All rows are stored, each once.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
head -n 1001 $day > live.csv.1
{ head -n 1 $day; sed -n 1002,2001p $day; } > live.csv
{ head -n 901 $day; head -n 200 live.csv; } | pos-score -q -m m -b pos.db > /dev/null
{ cat live.csv.1; cat live.csv; } | pos-score -m m -b pos.db > scored.csv || echo "ended with status $?"
sed -n 2,2001p $day | sort > fed
sqlite3 -csv pos.db 'SELECT substr(time, 1, 16), status, count FROM transactions WHERE source IS NOT NULL' | tr -d '"\r' | sort > stored
cmp fed stored
wc -l < stored
