pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | wc -l
pos-score -m m --no-fill examples/data/day.csv | wc -l
wc -l < examples/data/day.csv
