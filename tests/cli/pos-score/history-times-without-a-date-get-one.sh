pos-train -q -m m examples/data/history.csv
printf 'time,status,count\n23h 58,approved,12\n23h 59,approved,11\n00h 00,approved,13\n' > late.csv
printf 'time,status,count\n00h 00,approved,14\n00h 01,approved,12\n' > next.csv
pos-score -m m -b pos.db -D 2026-03-09 late.csv next.csv
sqlite3 pos.db 'SELECT time, count FROM transactions'
