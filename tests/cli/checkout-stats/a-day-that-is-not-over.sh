awk -F, -v OFS=, 'NR > 12 { $2 = "" } 1' examples/data/checkout-1.csv > running.csv
checkout-stats -e -r anomalies,info,insights -f text running.csv | head -n 24
checkout-stats -q -e -r anomalies running.csv
checkout-stats -q -r describe running.csv | sed -n 1,3p
checkout-stats -q -r info running.csv | sed -n 2,3p
checkout-stats -q -r compare -f text examples/data/checkout-2.csv running.csv | sed -n '2,4p;$p'
checkout-stats -q running.csv -r chart --chart bar | tail -n 1
checkout-stats running.csv --sql | tail -n 2
checkout-stats -q -f html running.csv | grep -o '</strong>.*'
echo 'rows that lack all from then on:'
sed -E '13,$s/,.*/,,,,,/' running.csv | checkout-stats -r info | sed -n 2,3p
echo 'without a row in between, and without rows at the end:'
sed '6d;20,$d' running.csv | checkout-stats -e -q -r anomalies -f text || echo "$?"
echo 'zero until then:'
sed '6d;20,$d' running.csv | checkout-stats -e -q --missing zero -r anomalies,info -f text | head -n 5
echo 'empty before the end is a hole:'
sed 's/^05h,[0-9]*/05h,/' running.csv | checkout-stats -q -e -r anomalies -f text || echo "$?"
echo 'empty from the beginning:'
sed '2,$s/h,[0-9]*/h,/' running.csv | checkout-stats -r describe || echo "$?"
