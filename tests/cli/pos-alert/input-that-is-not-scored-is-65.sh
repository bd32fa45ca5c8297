pos-alert -n examples/data/day.csv
