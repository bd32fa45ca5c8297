checkout-stats -r anomalies examples/data/checkout-1.csv examples/data/checkout-2.csv
