checkout-stats -e -r anomalies examples/data/checkout-1.csv
checkout-stats -e -r anomalies -f text examples/data/checkout-1.csv
