# needs: test -n "${POS_REAL_DATA:-}"
# Without further input: the history of the original transactions, which have a clock and no date, and each checkout alone
# or both. 08h-09h: payments came as on the rest of the day. 15h-17h: reversals. Nothing else is told of.
pos-train -q -m m "$POS_REAL_DATA/transactions_1.csv"
pos-score -q -m m -b pos.db "$POS_REAL_DATA/transactions_1.csv" > scored
causes() { checkout-stats -q -b pos.db -r anomalies -f csv "$@" | python3 -c '
import csv, sys
for row in csv.DictReader(sys.stdin):
    if row["kind"] != "shoulder":
        print(row["time"], row["kind"], row["cause"], row["status"], row["transactions"])'; }
for n in 1 2; do
  echo "checkout_$n"
  causes "$POS_REAL_DATA/checkout_$n.csv"
  checkout-stats -b pos.db -r anomalies -f text "$POS_REAL_DATA/checkout_$n.csv" | sed -n '/^Transactions of/,$p' | tail -n +2
done
echo both
causes "$POS_REAL_DATA/checkout_1.csv" "$POS_REAL_DATA/checkout_2.csv"
