# The example week and its Monday with incidents; what the shop's own table says of that day is asked of them.
export SOURCE_DATE_EPOCH=1773154800  # 2026-03-10 15:00
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/history.csv examples/data/day.csv > scored
checkout-stats -b pos.db --day 2026-03-09 --sql 'SELECT * FROM pos' > made.csv
head -n 3 made.csv
# Nothing is sold in two hours in which payments came as usual, and in the one in which none came.
awk -F, -v OFS=, '$1 == "11h" || $1 == "12h" || $1 == "16h" { $2 = 0 } { print }' made.csv > shop.csv
checkout-stats -b pos.db --day 2026-03-09 -r anomalies -f text shop.csv | sed -n '/^Transactions/,$p'
checkout-stats -b pos.db --day 2026-03-09 -r anomalies -f csv shop.csv | sed 's/nothing sold.*,usual/...,usual/'
checkout-stats -b pos.db --day 2026-03-09 -r anomalies -f ndjson shop.csv | sed 's/"value.*"cause/... "cause/'
checkout-stats -b pos.db --day 2026-03-09 -f html -o page.html shop.csv
grep -A 5 'Transactions of' page.html
checkout-stats -b pos.db --day 2026-03-09 --lang pt -r anomalies -f text shop.csv | tail -n 9
echo '- and so does the comparison'
checkout-stats -b pos.db --day 2026-03-09 --sql -f text shop.csv | sed -n '/^Transactions/,$p'
