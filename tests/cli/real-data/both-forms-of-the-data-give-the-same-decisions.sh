# needs: test -n "${POS_REAL_DATA:-}"
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-train -q -m m4 "$POS_REAL_DATA/transactions_4.csv"
cmp m m4
for n in 1 4; do pos-score -p forest -m m "$POS_REAL_DATA/transactions_$n.csv" | tail -n +2 | cut -d, -f2- > $n.csv; done
cmp 1.csv 4.csv && wc -l < 1.csv
