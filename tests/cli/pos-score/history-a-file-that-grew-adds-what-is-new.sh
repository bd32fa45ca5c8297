pos-train -q -m m examples/data/history.csv
head -n 2001 examples/data/day.csv > day.csv
pos-score -q -m m -b pos.db day.csv > /dev/null
sqlite3 pos.db 'SELECT count(source) FROM transactions'
sed -n '2002,2011p' examples/data/day.csv >> day.csv
pos-score -q -m m -b pos.db day.csv > /dev/null
sqlite3 pos.db 'SELECT count(source) FROM transactions'
