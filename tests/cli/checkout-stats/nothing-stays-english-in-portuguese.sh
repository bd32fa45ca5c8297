export LC_ALL=C.UTF-8 COLUMNS=100
for parts in '' '-r all'; do
  # shellcheck disable=SC2086 # words
  checkout-stats --lang pt $parts examples/data/checkout-1.csv examples/data/checkout-2.csv | tests/cli/english-left
done
checkout-stats --lang pt -f html examples/data/checkout-1.csv examples/data/checkout-2.csv | tests/cli/english-left
