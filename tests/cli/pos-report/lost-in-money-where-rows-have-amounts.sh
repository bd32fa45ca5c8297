# 12.00 an approval, but for one of 9,000,000.00 before the third incident, which adds 15 %; the same by a pipe and as
# NDJSON. A history knows more decimals of what was expected.
awk -F, 'NR == 1 { print $0 ",amount"; next }
  { print $0 "," ($2 == "approved" ? ($1 ~ / 16:20$/ ? "9000000.00" : sprintf("%.2f", 12 * $3)) : "") }' examples/data/day.csv > day.csv
pos-train -q -m m examples/data/history.csv
pos-score -m m day.csv > scored.csv
pos-score -m m -b pos.db -f ndjson day.csv > scored.ndjson
pos-report -r incidents -f csv scored.csv > of-csv
pos-report -r incidents -f csv scored.ndjson | cmp of-csv -
cut -d, -f 1,2,10- of-csv | sed 's/"[^"]*"/.../g'
pos-report -r incidents -f ndjson scored.csv | jq -c 'select(.lost_amount) | [.incident, .lost, .lost_amount]'
pos-report -r summary,incidents scored.csv
pos-report -f prom scored.csv | grep lost_
pos-report -r table -f csv -b pos.db -s '2026-03-09 16:20' -u '2026-03-09 16:21' | cut -d, -f 1-3,11-
pos-report -r incidents -f ndjson -b pos.db -s 2026-03-09 | jq -c 'select(.lost_amount) | [.incident, .lost, .lost_amount]'
echo 'from where an incident begins'
pos-report -r incidents -f ndjson -b pos.db -s '2026-03-09 20:20' -u '2026-03-09 21:00' | jq -c 'select(.lost_amount) | [.incident, .lost, .lost_amount]'
pos-report -b pos.db --sql 'SELECT status, count(amount) AS n, sum(amount) AS sum FROM transactions GROUP BY status ORDER BY n DESC LIMIT 2' -f csv
pos-report -b pos.db --sql "SELECT minute, amount FROM minutes WHERE minute LIKE '% 12:0%' AND status = 'approved' LIMIT 3" -f csv
pos-report -b pos.db --sql 'SELECT id, lost, lost_amount FROM incidents WHERE lost_amount > 0' -f csv
