# needs: test -n "${POS_REAL_DATA:-}"
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-score -m m "$POS_REAL_DATA/transactions_1.csv" | pos-report -D 2026-03-09 -f csv -r incidents | cut -d, -f2-6,11-
