pos-train -q -m m examples/data/history.csv
printf 'time,status,count\n2026-03-09 10:00,denied,5\n2026-03-09 10:00,denied,5\n' > two.csv
for _ in 1 2; do pos-score -m m -b pos.db two.csv; done
sqlite3 pos.db 'SELECT time, status, count FROM transactions'
