checkout-stats -r all examples/data/checkout-2.csv
