# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
send() { post text/csv "$1" -H "Idempotency-Key: $2" -w '%{http_code}\n'; }
printf 'time,status,count,shop\n2026-03-09 13:00,denied,30,7\n2026-03-09 13:00,denied,30,8\n' > body
send @body one > first
printf 'time,status,count\n2026-03-09 13:01,approved,40\n' | send @- two > second
kill -9 "$server"
wait "$server" 2> /dev/null || :
serve
send @body one | diff first -
printf 'time,status,count\n2026-03-09 13:01,approved,40\n' | send @- two | diff second -
printf 'time,status,count\n2026-03-09 13:02,approved,40\n' | send @- two
cat first
pos-report -b pos.db --sql 'SELECT time, status, count, reason FROM transactions' -f csv
