pos-train -q -m m examples/data/history.csv
head -n 4 examples/data/day.csv > rows
pos-score -q -m m --no-header-out rows
pos-score -q -m m rows | tail -n +2 > with
pos-score -q -m m --no-header-out rows | cmp - with
tail -n +2 rows | pos-score -q -m m -N --columns time=1,status=2,count=3 --no-header-out | cmp - with
pos-score -q -m m --no-header-out data/rows.ndjson -f csv | head -n 1
pos-score -q -m m --no-header-out -f ndjson rows | head -n 1
