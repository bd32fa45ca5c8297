head -n 9 data/ten-minutes.csv > 1.csv
{ head -n 1 data/ten-minutes.csv; tail -n +10 data/ten-minutes.csv; } > 2.csv
pos-train -q -m a data/ten-minutes.csv
pos-train -q -m b 1.csv 2.csv
cmp a b
