# needs: test -n "${POS_REAL_DATA:-}"
golden=$POS_REAL_DATA/../quality/golden-1.0
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-score -m m "$POS_REAL_DATA/transactions_1.csv" | python3 tests/compare-golden "$golden/transactions_1.trained_on_itself.csv"
python3 examples/sklearn-export.py "$POS_REAL_DATA/../reference/seed_forest.json" -m cold
pos-score -q -m cold "$POS_REAL_DATA/transactions_1.csv" | python3 tests/compare-golden "$golden/transactions_1.cold.csv"
