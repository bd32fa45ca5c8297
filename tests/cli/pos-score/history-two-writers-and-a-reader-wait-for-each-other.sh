# The same file twice at once, another day without the monitor, and somebody who looks.
. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv > plain.csv
pos-score -q -m m -b pos.db examples/data/day.csv > one.csv & one=$!
pos-score -q -m m -b pos.db examples/data/day.csv > two.csv & two=$!
sed 's/^2026-03-09/2026-03-10/' examples/data/day.csv | pos-score -q -p seed -m m -b pos.db > three.csv & three=$!
wait_until '[ -e pos.db ]'
tries=0
while kill -0 $one 2> /dev/null || kill -0 $two 2> /dev/null || kill -0 $three 2> /dev/null; do
  sqlite3 -cmd '.timeout 10000' pos.db 'SELECT count(*) FROM transactions' > /dev/null
  tries=$((tries + 1)); [ $tries -lt 3000 ]
done
wait $one; wait $two; wait $three
cmp one.csv plain.csv
cmp two.csv plain.csv
sqlite3 pos.db "SELECT date(time), count(source) FROM transactions GROUP BY 1"
ls pos.db*
