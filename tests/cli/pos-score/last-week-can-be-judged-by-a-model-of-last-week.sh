pos-train -q -m m examples/data/history.csv
pos-score -m m -a examples/data/history.csv | sh examples/incidents.sh
