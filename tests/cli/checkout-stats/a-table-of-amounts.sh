# The table in money: sums of a column amount, to the hundredth those of the rows; which hours are wrong is said of counts.
paid() { awk -F, -v OFS=, 'NR == 1 { print $0, "amount"; next } { print $0, $3 * 17 + (NR % 100) / 100 }' "$1"; }
paid examples/data/history.csv > history.csv
paid examples/data/day.csv > day.csv
pos-train -q -m m history.csv
pos-score -q -m m -b pos.db history.csv day.csv > scored
export SOURCE_DATE_EPOCH=1773154800  # 2026-03-10 15:00
made() { checkout-stats -b pos.db --day 2026-03-09 --count amount "$@"; }
echo '- to the hundredth'
made --sql 'SELECT time, today, yesterday FROM pos' > made.csv
head -n 4 made.csv
awk -F, -v day="$(head -n 1 day.csv | tr , '\n' | grep -n amount | cut -d : -f 1)" '
  FNR == 1 { next } $2 == "approved" { cents[substr($1, 1, 13)] += int($day * 100 + 0.5) }
  END { for (hour in cents) printf "%sh,%.12g\n", substr(hour, 12, 2), cents[hour] / 100 }' day.csv | sort > sums.csv
sed 1d made.csv | cut -d , -f 1,2 | diff - sums.csv && echo the same
echo '- not tested, and told so'
made | head -n 8
made -e > /dev/null || echo $?
made -r describe
echo '- days that do not say all their amounts'
awk -F, -v OFS=, '$1 ~ "^2026-03-08 1[12]:3" { $4 = "" } { print }' history.csv > gaps.csv
awk -F, -v OFS=, '$1 ~ "^2026-03-09 1[12]:3" { $4 = "" } { print }' day.csv > gap.csv
rm pos.db*
pos-score -q -m m -b pos.db gaps.csv gap.csv > scored
made -r info || echo $?
checkout-stats -b pos.db --day 2026-03-07 --count amount -r info
rm pos.db*
pos-score -q -m m -b pos.db examples/data/day.csv > scored
made || echo $?
echo '- a file has its own numbers'
made examples/data/checkout.csv || echo $?
