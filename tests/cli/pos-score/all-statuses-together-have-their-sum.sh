pos-train -q --volume '*' -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > scored.csv
grep -c ',\*,' scored.csv
# The count of such a row is that of all others of its minute, and silence is told where nothing came.
awk -F, '$2 == "*" { all[$1] = $3; next } { sum[$1] += $3 } END { for (t in all) if (all[t] != sum[t] + 0) print t, all[t], sum[t] }' scored.csv
awk -F, '$2 == "*" && /no data/ != ($3 == 0)' scored.csv
# In a file of another order they are the same.
{ head -1 examples/data/day.csv; grep -v '^time,' examples/data/day.csv | sort -t, -k2,2 -k1,1r; } > by-status.csv
pos-score -q -m m by-status.csv | grep ',\*,' | cut -d, -f1-3,6- | sort > other
grep ',\*,' scored.csv | cut -d, -f1-3,6- | sort | cmp - other
# A second run recalls what the first one stored.
pos-score -q -m m -b pos.db examples/data/day.csv | cmp - scored.csv
pos-score -q -m m -f ndjson examples/data/day.csv | jq -c 'select(.status == "*") | [.time, .count, .expected, .reason]' | sed -n '1p;$p'
# Totals are those of the file, and what was lost is unknown.
awk -F, 'NR > 1 { sum += $3 } END { print sum }' examples/data/day.csv
pos-report -f csv scored.csv | tail -1
pos-report -f csv -b pos.db -s 2026-03-09 | tail -1
pos-report -b pos.db --sql 'SELECT (SELECT sum(count) FROM transactions), (SELECT sum(count) FROM minutes)' -f csv
pos-report -r incidents -f csv scored.csv
pos-report -r incidents -f ndjson -b pos.db -s 2026-03-09 | jq -c '[.status, .count, .expected, .lost]'
pos-report scored.csv | head -1
pos-report -f prom scored.csv | grep lost || echo 'no sample of what was lost'
pos-report -f html scored.csv | grep -o 'data-label="lost"></td>' | wc -l
pos-report -r table -f csv scored.csv | grep ',\*,' || echo 'not among the rows'
pos-report -r table -f csv -e --status processing scored.csv > rows || echo "exit $?"
pos-report --status '*' scored.csv || echo "exit $?"
pos-alert --maildir box --replay -b alert.db < scored.csv | grep -v ,sent, | cut -d, -f2-12
pos-alert -b alert.db -f ndjson list --all | jq -c 'select(.kind == "incident") | [.status, .lost]'
