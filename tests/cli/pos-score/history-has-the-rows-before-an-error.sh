pos-train -q -m m examples/data/history.csv
{ head -n 1000 examples/data/day.csv; echo 2026-03-09 10:00,approved,many; } > day.csv
pos-score -m m -b pos.db --on-error stop day.csv | wc -l
sqlite3 pos.db 'SELECT count(*) FROM transactions'
