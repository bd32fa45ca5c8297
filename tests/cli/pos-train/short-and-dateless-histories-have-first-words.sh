# Three files of clocks are three days; the last one is held out.
day=examples/data/day.csv
sed 's/^2026-03-09 //' $day > clocks.csv
cp clocks.csv again.csv
awk -F, -v OFS=, 'NR > 1 && $3 > 1 { ++$3 } { print }' clocks.csv > third.csv
pos-train -m m clocks.csv again.csv third.csv 2>&1 | cut -c 1-80
echo
# Half a day, and what pos-score has stored.
awk -F, 'NR == 1 || $1 < "2026-03-09 12"' $day > half.csv
pos-train -m m half.csv
echo
pos-score -q -m m -b pos.db $day > scored.csv
pos-train -m m -b pos.db 2>&1 | head -n 3
