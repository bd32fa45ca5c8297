# Exports come newest first, status by status, or in no order: each row has the decision that it has in the sorted file.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
body() { sed 1d $day; }
table() { sed -n 1p $day; cat; }
body | tac | table > newest-first.csv
body | sort -s -t, -k2,2 | table > by-status.csv
body | sort -s -t, -k2,2 | tac | table > by-status-newest-first.csv
body | shuf --random-source=examples/data/history.csv | table > shuffled.csv
without_dates() { sed '2,$s/^[^ ]* //'; }
pos-score -m m $day | sort > dated
without_dates < $day > clocks.csv
pos-score -m m clocks.csv | sort > clocks
cut -d, -f1 shuffled.csv > in-order
pos-score -m m shuffled.csv | sed '/made up/d' | cut -d, -f1 | head -n "$(wc -l < in-order)" | cmp - in-order && echo 'rows stay where they are'
for order in newest-first by-status by-status-newest-first shuffled; do
  pos-score -m m $order.csv | sort | cmp - dated
  pos-score -m m < $order.csv | sort | cmp - dated
  without_dates < $order.csv > no-dates.csv
  pos-score -m m no-dates.csv | sort | cmp - clocks
  rm -f pos.db && pos-score -m m -b pos.db $order.csv | sort | cmp - dated
  pos-score -m m -b pos.db $order.csv | sort | cmp - dated  # from the history
  pos-score -m m -b pos.db $day | sort | cmp - dated
  rm -f pos.db && pos-score -m m -b pos.db -D 2026-03-09 no-dates.csv | sort | cmp - clocks
  rm -f pos.db && pos-score -p forest -m m -b pos.db -D 2026-03-09 no-dates.csv > forest.csv
  sqlite3 pos.db 'SELECT min(time), max(time), count(*) FROM transactions'
done
