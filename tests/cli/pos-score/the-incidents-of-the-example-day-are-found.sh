pos-train -q -m m examples/data/history.csv
pos-score -m m -a examples/data/day.csv | sh examples/incidents.sh
