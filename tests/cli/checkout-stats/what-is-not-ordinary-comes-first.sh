export COLUMNS=80 LC_ALL=C.UTF-8
checkout-stats examples/data/checkout-2.csv
echo '== a calm day'
checkout-stats examples/data/checkout-1.csv
echo '== both'
checkout-stats examples/data/checkout-1.csv examples/data/checkout-2.csv | sed '/^Comparison/,$!d'
echo '== at half past two'
awk -F, -v OFS=, 'NR > 1 && $1 > "13h" { $2 = "" } 1' examples/data/checkout-1.csv > today.csv
checkout-stats -q today.csv
echo '== an hour is missing'
grep -v ^15h examples/data/checkout-1.csv > missing.csv
checkout-stats missing.csv | head -n 5
echo '== of an ordinary day the chart is shown when asked for'
checkout-stats --chart bar examples/data/checkout-1.csv | sed -n 4,8p
echo '== what cannot be tested'
cut -d, -f1,2 examples/data/checkout-1.csv > alone.csv
checkout-stats alone.csv
echo '== what is no day'
cut -d, -f1,5 examples/data/checkout-1.csv > average.csv
checkout-stats --chart line average.csv | head -n 4
