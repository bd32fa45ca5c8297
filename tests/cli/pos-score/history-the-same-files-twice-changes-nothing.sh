pos-train -q -m m examples/data/history.csv
head -n 2000 examples/data/day.csv > morning.csv
{ head -n 1 examples/data/day.csv; sed '1,2000d' examples/data/day.csv; } > evening.csv
pos-score -m m -b pos.db morning.csv evening.csv > first.csv
sha256sum pos.db > before
pos-score -m m -b pos.db morning.csv evening.csv | cmp - first.csv
sha256sum --quiet -c before
