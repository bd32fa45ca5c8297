checkout-stats examples/data/checkout-1.csv > /dev/full
