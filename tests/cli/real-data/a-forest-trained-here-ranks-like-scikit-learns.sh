# needs: test -n "${POS_REAL_DATA:-}"
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-score -p forest -m m "$POS_REAL_DATA/transactions_1.csv" > scored.csv
python3 tests/compare-scores --rank-correlation-at-least 0.90 "$POS_REAL_DATA/../reference/seed_scores.csv" scored.csv
grep -c ',Alert,' scored.csv
