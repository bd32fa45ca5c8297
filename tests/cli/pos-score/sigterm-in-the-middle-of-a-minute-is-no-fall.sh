. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
mkfifo pipe
pos-score -m m -o out.csv < pipe & pid=$!
exec 3> pipe
grep -E '^time|09 10:0' examples/data/day.csv >&3
printf '2026-03-09 10:10,approved,1\n2026-03-09 10:10,denied,1\n' >&3
wait_until 'grep -q "10:09,approved" .out.csv.* 2>/dev/null'
kill -TERM $pid
{ wait $pid || echo status $?; } 2>/dev/null
tail -n 2 out.csv | cut -d, -f1-3,6-
