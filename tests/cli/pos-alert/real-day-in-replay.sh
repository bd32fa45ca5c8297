# needs: test -n "${POS_REAL_DATA:-}"
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-score -q -D 2025-07-15 -m m "$POS_REAL_DATA/transactions_1.csv" | pos-alert --replay -n -D 2025-07-15 | cut -d, -f1-3,6,8,9,12
