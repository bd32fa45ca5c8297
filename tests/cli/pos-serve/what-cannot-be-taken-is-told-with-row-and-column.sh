# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
ask() { post "$@" -w '%{http_code}\n'; }
ask application/json '{"time":'
ask application/json ''
ask text/csv 'no,columns'
ask application/json '{"time":"2026-03-09 13:00","status":"approved","count":-1}'
printf 'time,status,count\n2026-03-09 13:00,approved,1\n2026-03-09 13:00,approved,\n' | ask text/csv @-
ask text/plain x
ask 'text/csv; charset=latin1' x
ask application/x-www-form-urlencoded x
ask application/json '{}' -H 'Idempotency-Key;'
echo "rows: $(pos-report -b pos.db --sql 'SELECT count(*) AS n FROM transactions' -f csv | tail -1)"
