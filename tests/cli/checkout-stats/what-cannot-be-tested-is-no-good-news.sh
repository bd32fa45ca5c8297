sed 's/^03h,1/03h,1.5/' examples/data/checkout-2.csv > fraction.csv
sed 's/today/sold/' examples/data/checkout-2.csv > none.csv
for options in '-r anomalies fraction.csv' '-e -r describe none.csv' '-r compare none.csv none.csv' '-r describe none.csv'; do
  status=0
  # shellcheck disable=SC2086  # words
  checkout-stats $options > out || status=$?
  echo "$status $(head -n 1 out): $options"
done
