pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | pos-report -f csv -r incidents | cut -d, -f2-6,11-
