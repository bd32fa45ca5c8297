checkout-stats -r describe --precision 0 examples/data/checkout-1.csv | sed -n 3,4p
checkout-stats -r describe --precision 9 examples/data/checkout-1.csv | sed -n 3,4p
