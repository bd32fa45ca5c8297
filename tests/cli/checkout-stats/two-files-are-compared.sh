checkout-stats -r compare -f text examples/data/checkout-1.csv examples/data/checkout-2.csv
checkout-stats -r compare examples/data/checkout-1.csv examples/data/checkout-2.csv | tail -n 3
