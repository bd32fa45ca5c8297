. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
mkfifo pipe
pos-score -m m < pipe > out.csv & pid=$!
exec 3> pipe
printf 'time,status,count\n2026-03-09 10:00,approved,31\n2026-03-09 10:00,denied,2\n' >&3
wait_until 'grep -q time out.csv 2>/dev/null'
wc -l < out.csv
printf '2026-03-09 10:01,approved,31\n' >&3
wait_until 'grep -q 10:00,denied out.csv'
wc -l < out.csv
exec 3>&-
wait $pid
wc -l < out.csv
