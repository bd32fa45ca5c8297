cp examples/data/checkout-1.csv c.csv
checkout-stats --sql c.csv
