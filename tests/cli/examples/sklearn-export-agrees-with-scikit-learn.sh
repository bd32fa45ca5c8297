# needs: /usr/bin/python3 -c 'import joblib, sklearn'
/usr/bin/python3 tests/fit-forest examples/data/day.csv forest.joblib reference.csv
/usr/bin/python3 examples/sklearn-export.py forest.joblib -m m --statuses "$(cat forest.joblib.statuses)"
pos-score -p forest -m m examples/data/day.csv > scored.csv
python3 tests/compare-scores reference.csv scored.csv
