# needs: test -n "${POS_REAL_DATA:-}"
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-score -m m -a "$POS_REAL_DATA/transactions_1.csv" | sh examples/incidents.sh
