cp examples/data/checkout-1.csv c.csv
for options in '-r nothing' '-f csv' '-f csv -r info,describe' '-f csv -r chart' '-f html -r info' '--chart none' '-r compare' \
  '--alpha 0' '--alpha 1' '--precision 10' '-f svg' '-r info --sql' '-e --sql' '-f csv --chart bar --sql' \
  '--no-such' '-f text -o c.csv' 'c.csv c.csv'; do
  status=0
  # shellcheck disable=SC2086  # words
  checkout-stats c.csv $options > out || status=$?
  echo "$status: $options"
done
checkout-stats no-such.csv || echo $?
