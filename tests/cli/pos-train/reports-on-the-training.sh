pos-train -m m examples/data/day.csv
