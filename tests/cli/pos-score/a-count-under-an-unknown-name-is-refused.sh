# Nothing is guessed: not 1 a row, and not that these numbers are how many.
pos-train -q -m m examples/data/history.csv
sed '1s/count/F1/' examples/data/day.csv > f1.csv
sed 1d f1.csv | sed 's/\(.*\),\(.*\),\(.*\)/{"time":"\1","status":"\2","F1":\3}/' | head -2 > f1.ndjson
pos-score -q -m m f1.csv > out || echo "$?"
cat out
pos-score -q -m m f1.ndjson || echo "$?"
pos-train -q -m n f1.csv || echo "$?"
test ! -e n
echo "as the messages say:"
pos-score -m m --columns count=F1 f1.csv | grep -c ,Alert,
pos-score -m m --columns count= f1.csv | grep -c ,Alert, || :
pos-score -m m --columns count=F1 f1.ndjson | grep -c Approve
printf 'time,status,amount,card\n14:00,approved,12.50,4111111111111111\n' | pos-score -p forest -m m | tail -1 | cut -d, -f1-4
