# Each reason not to know is said plainly; a file is described all the same.
export SOURCE_DATE_EPOCH=1773154800  # 2026-03-10 15:00
pos-train -q -m m examples/data/history.csv
awk -F, 'NR == 1 || $1 < "2026-03-09 13:30"' examples/data/day.csv > morning.csv
pos-score -q -m m -b pos.db --stream north morning.csv > scored
file=examples/data/checkout-2.csv
status=0; checkout-stats -b none.db $file > out || status=$?; echo "none.db: $status"
status=0; checkout-stats -b pos.db $file > out || status=$?; echo "no stream said: $status"
status=0; checkout-stats -b pos.db --stream south $file > out || status=$?; echo "another stream: $status"
status=0; checkout-stats -b $file $file > out || status=$?; echo "no history: $status"
status=0; POS_DB=none.db checkout-stats -r anomalies -f csv $file > out || status=$?; echo "in the environment: $status"
wc -l < out
echo '- the history has one day, up to 13:30'
checkout-stats -b pos.db --stream north -r anomalies -f text $file | sed -n '/ransactions of/,$p'
checkout-stats -b pos.db --stream north -r anomalies -f csv $file | cut -d, -f1,8,11-
echo '- another day'
checkout-stats -b pos.db --stream north --day 2026-03-02 -r anomalies -f text $file | sed -n '/ransactions of/,$p'
echo '- options that do not go together'
for options in '--day 2026-03-09' '--stream north' '-b pos.db --stream north --day tomorrow' '-b pos.db -o pos.db'; do
  status=0
  # shellcheck disable=SC2086  # words
  checkout-stats $options $file > out || status=$?
  echo "$status: $options"
done
