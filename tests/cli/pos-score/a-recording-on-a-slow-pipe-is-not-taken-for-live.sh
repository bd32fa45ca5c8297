pos-train -q -m m examples/data/history.csv
{ head -n 20 examples/data/day.csv; sleep 3; sed -n '21,40p' examples/data/day.csv; } | TZ=UTC pos-score -m m > slow.csv
head -n 40 examples/data/day.csv | pos-score -m m | cmp - slow.csv
