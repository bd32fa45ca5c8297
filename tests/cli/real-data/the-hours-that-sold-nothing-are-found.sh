# needs: test -n "${POS_REAL_DATA:-}"
for n in 1 2; do
  checkout-stats -r describe "$POS_REAL_DATA/checkout_$n.csv" | cut -d, -f1,2
  checkout-stats -r anomalies "$POS_REAL_DATA/checkout_$n.csv" | cut -d, -f1-3,6,7
done
checkout-stats -r compare -f text "$POS_REAL_DATA/checkout_1.csv" "$POS_REAL_DATA/checkout_2.csv" | grep -i 'contra\|not.*row' || echo consistent
