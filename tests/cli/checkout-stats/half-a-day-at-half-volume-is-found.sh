at_half() { awk -F, -v OFS=, -v column="$1" 'NR > 13 && NR < 20 { $column = int($column / 2) } 1' examples/data/checkout-1.csv; }
at_half 2 > half.csv
checkout-stats -e -r anomalies half.csv || echo "$?"
checkout-stats -r anomalies -f text half.csv | sed -n 2,6p
checkout-stats -r insights half.csv | grep '^outage'
checkout-stats -r anomalies -f ndjson half.csv | jq -s 'map(.lost) | add | round'
checkout-stats -f html half.csv | grep -o '<li>17h: [^<]*'
checkout-stats -r compare -f text examples/data/checkout-1.csv half.csv | sed -n 4,6p
echo 'the day so far:'
sed '22,$s/,.*/,,,,,/' half.csv | checkout-stats -q -r anomalies -f text | sed -n 2p
echo 'yesterday at half volume is told, and no incident of today:'
at_half 3 | checkout-stats -e -r anomalies -f text | sed 3,6d
