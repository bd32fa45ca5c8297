# The last minute of the first file may go on: the monitor's verdict on it is one for now, and no other policy's business.
pos-train -q -m m examples/data/history.csv
head -n 40 examples/data/day.csv > a.csv
printf 'time,status,count\n2026-03-09 12:00,denied,3\n' > b.csv
pos-score -q -m m -b pos.db a.csv > /dev/null
query='SELECT time, status, count, expected, surprise, final_decision, reason FROM transactions WHERE seconds < 1773057600'
pos-report -b pos.db --sql "$query" > before
pos-score -q -m m -b pos.db -p seed b.csv
pos-report -b pos.db --sql "$query" | cmp - before && wc -l < before
