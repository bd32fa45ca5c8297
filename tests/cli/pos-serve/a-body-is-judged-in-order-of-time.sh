# needs: command -v curl
. tests/cli/pos-serve/server
model
export SOURCE_DATE_EPOCH=1773316800  # days later
table() { pos-report -b "$1" --sql 'SELECT time, status, count, score, expected, surprise, final_decision, reason FROM transactions ORDER BY time, status, count, surprise' -f csv; }
day=examples/data/day.csv
pos-score -q -m m -b score.db $day > scored.csv
table score.db > wanted
with_header() { sed -n 1p $day; cat; }
sed 1d $day | tac | with_header > newest-first.csv
sed 1d $day | sort -s -t, -k2,2 | with_header > by-status.csv
sed 1d $day | shuf --random-source=examples/data/history.csv | with_header > shuffled.csv
for order in newest-first by-status shuffled; do
  serve -b $order.db
  post text/csv @$order.csv > answer
  end
  table $order.db | cmp - wanted && cut -d, -f1-3 answer | cmp - $order.csv && echo "$order: the same, each row in its place"
  sed '2,$s/^[^ ]* //' $order.csv > no-dates.csv
  serve -b clocks.db -D 2026-03-09
  post text/csv @no-dates.csv > answer
  end
  table clocks.db | cmp - wanted && echo 'and without dates'
  rm -f clocks.db
done
# A wrong clock in a body changes nothing else.
sed '1773a 2026-03-09 22:32,approved,16' $day > strayed.csv
serve -b strayed.db
post text/csv @strayed.csv > answer
end
table strayed.db | diff wanted - || :
