# Neither is taken, and nobody need wonder why nothing is lost in money; also of a feed that does not end, and as JSON.
. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
printf 'time,status,count,valor,valor_total\n2026-03-09 10:00,approved,1,5,6\n' > rows.csv
score() { pos-score -m m -o scored.csv "$@" 2>&1 | sed '/begins before/d'; }
score -b pos.db rows.csv
mkfifo feed
pos-score -m m -b live.db -o live.csv feed 2> told &
exec 3> feed
cat rows.csv >&3
wait_until 'grep -q amount told'
exec 3>&-
wait
grep -c amount told
printf '{"time":"2026-03-09 11:00","status":"approved","count":1,"valor":5,"amount_sum":6}\n' > rows.json
score -b pos.db rows.json
echo chosen, none, and nobody asks:
score -b chosen.db --columns amount=valor rows.csv
score -b none.db --columns amount= rows.csv
score rows.csv
for db in pos chosen none; do pos-report -b $db.db --sql 'SELECT amount FROM transactions' -f csv | paste -s -d' '; done
# Who reads scored rows does ask.
{ pos-report -r incidents scored.csv > /dev/null; } 2>&1
