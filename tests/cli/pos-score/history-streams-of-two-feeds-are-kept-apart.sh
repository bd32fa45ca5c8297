# Two feeds with a model each in one history: refused as one stream, whatever is tried, and with names each is what it
# would be alone.
pos-train -q -m a examples/data/history.csv
awk -F, -v OFS=, 'NR > 1 { $3 *= 3 } 1' examples/data/history.csv > big.csv
pos-train -q -m b big.csv
awk -F, -v OFS=, 'NR > 1 { $3 *= 3 } 1' examples/data/day.csv > big-day.csv
day=examples/data/day.csv
piped() { cat "$1"; }
pos-score -q -m a -b pos.db $day > /dev/null
for try in once twice; do pos-score -m b -b pos.db big-day.csv > /dev/null || echo "$try: $?"; done
piped big-day.csv | pos-score -m b -b pos.db > /dev/null || echo "as a pipe: $?"
sed '1!G; h; $!d' big-day.csv | sed '$d' > reversed; (sed -n 1p big-day.csv; cat reversed) > reversed.csv
pos-score -m b -b pos.db reversed.csv > /dev/null || echo "in another order: $?"
pos-report -b pos.db --sql 'SELECT model, count(source) AS n FROM transactions GROUP BY 1' -f csv

pos-score -m b -b pos.db --stream big big-day.csv > scored.csv
pos-score -m b -b alone.db big-day.csv | cmp - scored.csv && echo 'as in a history of its own'
pos-score -q -m a -b a.db $day > /dev/null
pos-report -b a.db -s 2026-03-09 -r table -f csv > wanted
pos-report -b pos.db -s 2026-03-09 -r table -f csv | cmp - wanted && echo 'and the other is as before'
pos-report -b alone.db -s 2026-03-09 -r table -f csv > wanted
pos-report -b pos.db --stream big -s 2026-03-09 -r table -f csv | cmp - wanted && echo 'in the report too'
pos-report -b pos.db --stream big -s 2026-03-09 -f html | grep -o '<title>.*</title>' | head -n 1
pos-report -b pos.db --stream bog -s 2026-03-09 || echo "$?"
pos-score -q -m b -b named.db --stream big big-day.csv > /dev/null
pos-report -b named.db -s 2026-03-09 || echo "$?"
pos-report -b pos.db --sql 'SELECT stream, sum(count) AS count, count(*) FILTER (WHERE alerts > 0) AS alerts FROM minutes GROUP BY 1' -f csv
pos-score -m a -b pos.db --stream "$(printf 'a\tb')" $day || echo "$?"
