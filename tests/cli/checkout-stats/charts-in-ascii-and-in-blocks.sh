LC_ALL=C checkout-stats -r chart examples/data/checkout-2.csv
LC_ALL=C.UTF-8 COLUMNS=60 checkout-stats -r chart --chart bar examples/data/checkout-2.csv
