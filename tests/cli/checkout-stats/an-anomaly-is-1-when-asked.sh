checkout-stats -e -r anomalies examples/data/checkout-2.csv
