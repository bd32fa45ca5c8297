export COLUMNS=80 LC_ALL=C.UTF-8
checkout-stats --lang pt -r anomalies,insights,info examples/data/checkout-2.csv
checkout-stats --lang pt -r compare -f text examples/data/checkout-1.csv examples/data/checkout-2.csv | head -8
for part in info describe insights anomalies compare; do
  for format in csv ndjson; do
    checkout-stats -r "$part" -f "$format" examples/data/checkout-1.csv examples/data/checkout-2.csv >english
    checkout-stats -r "$part" -f "$format" --lang pt examples/data/checkout-1.csv examples/data/checkout-2.csv | cmp english -
  done
done
