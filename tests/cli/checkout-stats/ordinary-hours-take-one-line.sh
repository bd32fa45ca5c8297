# Yesterday had outages of its own: beside an hour of today that is flagged each is told in full, elsewhere in one line.
awk -F, -v OFS=, '/^(11|1[789])h/ { $3 = 0 } { print }' examples/data/checkout-2.csv > day.csv
checkout-stats day.csv | sed -n '/^11h/,/^$/p'
checkout-stats -r anomalies -f text day.csv | grep -c '^1[1789]h  '
checkout-stats --sql -f text day.csv | grep -A 1 '^Ordinary'
