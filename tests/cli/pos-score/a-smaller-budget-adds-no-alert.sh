pos-train -q -m m examples/data/history.csv
for budget in 5 0.5 0.01; do pos-score -m m --budget $budget -a examples/data/day.csv | grep -c Alert; done
pos-score -m m --budget 0 examples/data/day.csv || echo status $?
