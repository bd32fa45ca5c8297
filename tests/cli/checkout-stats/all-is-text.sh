checkout-stats examples/data/checkout-2.csv
