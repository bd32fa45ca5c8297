checkout-stats examples/data/checkout-2.csv --sql | head -n 3
checkout-stats examples/data/checkout-1.csv examples/data/checkout-2.csv -f text --chart none --sql | sed -n '5,6p;18,20p'
checkout-stats examples/data/checkout-1.csv -f ndjson --sql 'SELECT sum(today) AS total, avg(avg_last_week) AS mean FROM "checkout-1"'
mkdir a; cp examples/data/checkout-1.csv a/checkout-2.csv
checkout-stats a/checkout-2.csv examples/data/checkout-2.csv --sql 'SELECT name FROM sqlite_schema'
checkout-stats --sql 'SELECT count(*) FROM stdin' - < examples/data/checkout-1.csv
