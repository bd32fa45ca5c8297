export LC_ALL=C.UTF-8 COLUMNS=100
checkout-stats --lang pt examples/data/checkout-1.csv examples/data/checkout-2.csv | tests/cli/english-left
checkout-stats --lang pt -f html examples/data/checkout-1.csv examples/data/checkout-2.csv | tests/cli/english-left
