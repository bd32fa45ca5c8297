# needs: command -v curl
# The clock stands at 14:00. What honest clocks differ by is no silence of all others.
. tests/cli/pos-serve/server
model
serve
minute() { post text/csv "time,status,count
2026-03-09 $1,approved,$2
2026-03-09 $1,denied,$3" | tail -1 | cut -d, -f1-3,9; }
for at in 13:50 13:51 13:52 13:53 13:54 13:55 13:56 13:57 13:58 13:59; do minute $at 42 2 > answer; done
minute 14:03 1 0
sleep 1.3   # the server's clock has passed
minute 14:01 3 0
minute 14:00 42 2
sleep 1.3   # the server's clock has passed
curl -s "${url}api/incidents?since=13:00&format=csv" | sed 1d
minute 14:00 0 60
end
sed 1d errors
pos-report -b pos.db --sql "SELECT time, status, count FROM transactions WHERE time >= '2026-03-09 14:00' ORDER BY 1, 2, 3" -f csv
