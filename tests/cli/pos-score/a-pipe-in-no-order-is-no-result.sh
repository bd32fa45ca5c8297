# What cannot be sorted is told, with -q too, and is no success.
pos-train -q -m m examples/data/history.csv
piped() { cat "$1"; }
(sed -n 1p examples/data/day.csv; sed 1d examples/data/day.csv | sort -s -t, -k2,2) > by-status.csv
piped by-status.csv | pos-score -q -m m > /dev/null || echo "by status: $?"
(cat examples/data/day.csv; sed -n 2,11p examples/data/day.csv) | pos-score -q -m m > /dev/null && echo 'ten late rows are no matter'
