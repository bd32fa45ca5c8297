pos-report -f csv -o out.csv data/scored.csv
head -n 2 out.csv
pos-report -f csv -o none.csv data/ten-minutes.csv || true
ls
