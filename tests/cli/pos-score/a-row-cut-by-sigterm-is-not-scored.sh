. tests/cli/wait-until
mkfifo pipe
pos-score -p forest -m data/by-hand.model -o out.csv < pipe & pid=$!
exec 3> pipe
printf 'time,status,count\n14:00,approved,31\n14:01,approved,3' >&3
wait_until 'grep -q 14:00,approved .out.csv.* 2>/dev/null'
kill -TERM $pid
{ wait $pid || echo status $?; } 2>/dev/null
cut -d, -f1-3 out.csv
