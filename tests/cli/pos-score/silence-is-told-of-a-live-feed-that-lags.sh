# Its times are 20 minutes behind the clock. Waits for the clock to end two minutes.
. tests/cli/wait-until
awk 'BEGIN { print "time,status,count"; for (m = 0; m < 4320; m++) printf "%02d:%02d,approved,30\n", m / 60 % 24, m % 60 }' > history.csv
TZ=UTC pos-train -q -m m history.csv
mkfifo pipe
TZ=UTC pos-score -m m --grace 0s < pipe > out.csv & pid=$!
exec 3> pipe
printf 'time,status,count\n%s,approved,30\n' "$(date -u -d "20 minutes ago" +%H:%M)" >&3
wait_until 'grep -q "no data since" out.csv 2>/dev/null' 2000
grep 'no data since' out.csv | head -n 1 | cut -d, -f2,3,9
exec 3>&-
wait $pid
