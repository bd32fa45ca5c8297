grep -v '^1[5-7]h' examples/data/checkout-1.csv > missing.csv
checkout-stats -r anomalies -f text missing.csv
checkout-stats -e -r anomalies -f text missing.csv || echo "$?"
checkout-stats -e -q -r describe missing.csv > out || echo "$?: -q"
checkout-stats -r anomalies missing.csv && echo "$?: without -e"
checkout-stats -f html missing.csv | grep -o 'verdict [a-z]*.*Missing[^.]*'
echo 'zero:'
checkout-stats -e --missing zero -r describe missing.csv | sed -n 1,2p
checkout-stats missing.csv --missing zero --sql 'SELECT * FROM missing WHERE time BETWEEN '"'14h' AND '17h'"
echo 'a row that cannot be used is no row with 0:'
sed 's/^03h,1/03h,x/' examples/data/checkout-1.csv > bad.csv
checkout-stats --missing zero --on-error skip -e -r anomalies -f text bad.csv || echo "$?"
echo 'named where nothing can be tested:'
cut -d, -f1,2 missing.csv | checkout-stats -r anomalies -f text || echo "$?"
