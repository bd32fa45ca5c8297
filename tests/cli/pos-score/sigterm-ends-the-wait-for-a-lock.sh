# Another program keeps the history to itself: half a second more, whether the signal comes in the wait or before it.
. tests/cli/wait-until
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
sed 's/2026-03-09/2026-03-10/' examples/data/day.csv > next.csv
mkfifo hold rows
sqlite3 pos.db < hold > lock.out &
keeper=$!
exec 3> hold

stopped() { # PID
  begin=$(date +%s)
  kill -TERM "$1"
  wait "$1" && echo 0 || echo "$?"
  [ $(($(date +%s) - begin)) -lt 10 ] || echo "it waited"
}
pos-score -q -m pos.model -b pos.db < rows > next.out 2> before.err &
exec 4> rows
cat next.csv >&4
wait_until '[ -s next.out ]'  # it has read rows
echo 'BEGIN IMMEDIATE; SELECT 1;' >&3
wait_until '[ -s lock.out ]'
stopped $! 2>&1
sort -u before.err
pos-score -q -m pos.model -b pos.db next.csv > next.out 2> in.err &
wait_until "ls -l /proc/$!/fd | grep -q pos.db-wal"
stopped $! 2>&1
cat in.err
exec 3>&- 4>&-
wait "$keeper"
pos-score -q -m pos.model -b pos.db next.csv > next.out
sqlite3 pos.db "SELECT count(*) FROM transactions WHERE time >= '2026-03-10' AND source IS NOT NULL"
grep -c '^2026' next.csv
