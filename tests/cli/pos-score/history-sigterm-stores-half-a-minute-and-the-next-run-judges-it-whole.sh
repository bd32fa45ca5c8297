. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
{ echo time,status,count; grep ' 09:' examples/data/day.csv; echo 2026-03-09 10:00,approved,10; } > begun.csv
mkfifo pipe
pos-score -m m -b pos.db < pipe > out.csv & pid=$!
exec 3> pipe
cat begun.csv >&3
wait_until 'grep -q " 09:59" out.csv'
kill -TERM $pid
exec 3>&-
wait $pid 2> /dev/null || true
sqlite3 pos.db "SELECT time, status, count, expected FROM transactions WHERE time >= '2026-03-09 10'"
# The rest of that minute and the next, from a pipe that does not repeat what was read.
printf 'time,status,count\n2026-03-09 10:00,approved,18\n2026-03-09 10:01,approved,29\n' | pos-score -m m -b pos.db > rest.csv
sqlite3 pos.db "SELECT time, status, count, round(expected), final_decision FROM transactions WHERE time >= '2026-03-09 10'"
