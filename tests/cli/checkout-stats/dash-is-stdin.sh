checkout-stats -r info - < examples/data/checkout-1.csv | head -n 2
checkout-stats -r info < examples/data/checkout-1.csv | tail -n 1
