# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
{ echo 'time,status,count'; for i in $(seq 5); do echo "13:0$i,approved,1"; echo "13:0$i,approved,x$i"; done; echo '25:00,denied,1'; echo '13:09,,1'; } > bad.csv
post text/csv @bad.csv | jq -c '.error, .row, .column, .errors[]'
post application/x-ndjson '{"time":"13:00","status":"approved"}
{"time":"13:00"}
no
{"time":"13:00","status":"approved","count":-1}' -w '%{http_code}\n'
{ echo 'time,status,count'; yes '13:00,approved,' | head -5000; } > many.csv
post text/csv @many.csv | jq -c '[.errors | length, .[0].row, .[-1].row]'
echo "rows: $(pos-report -b pos.db --sql 'SELECT count(*) AS n FROM transactions' -f csv | tail -1)"
