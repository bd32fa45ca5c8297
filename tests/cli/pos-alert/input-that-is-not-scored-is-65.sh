pos-alert examples/data/day.csv
