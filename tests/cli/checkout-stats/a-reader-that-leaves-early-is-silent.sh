checkout-stats examples/data/checkout-1.csv | head -n 1
