# needs: test -n "${POS_REAL_DATA:-}"
reference=$POS_REAL_DATA/../reference
python3 examples/sklearn-export.py "$reference/seed_forest.json" -m seed.model --threshold 0.5688543450646479
pos-score -p forest -m seed.model "$POS_REAL_DATA/transactions_4.csv" > forest.csv
python3 tests/compare-scores "$reference/seed_scores.csv" forest.csv
grep -c ',Alert,' forest.csv
pos-score -m seed.model -p seed "$POS_REAL_DATA/transactions_4.csv" | grep -c ',Alert,'
pos-score -m seed.model -p seed --threshold 0.6288382756419911 "$POS_REAL_DATA/transactions_4.csv" | grep -c ',Alert,'
