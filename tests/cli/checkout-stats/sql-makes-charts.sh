checkout-stats examples/data/checkout-2.csv --chart line --sql 'SELECT time, today, avg_last_month FROM "checkout-2"'
checkout-stats examples/data/checkout-2.csv --chart bar --sql 'SELECT time, today FROM "checkout-2" WHERE today > 30'
checkout-stats examples/data/checkout-2.csv --chart bar --sql 'SELECT today FROM "checkout-2"'
