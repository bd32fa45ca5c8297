# needs: command -v curl
. tests/cli/pos-serve/server
model
serve -p forest
# The answer, but for what is found.
show() { post "$1" @- | sed 's/,"score":[^}]*}/ ...}/g; s/\([;,	]\)[0-9.]*\1[01]\1\1\1\1.*none$/ .../' | cat -A; }
echo 'csv:'
printf '\357\273\277time;status;count;note\r\n2026-03-09 13:00;approved;1;"a;\r\nb ""c"""\r\n\r\n2026-03-09 13:00;denied;2;\r\n' | show text/csv
printf 'n\tstatus\tts\n3\tapproved\t2026-03-09 13:01\n' | show text/csv
printf 'time,status\n2026-03-09 13:02,approved' | show text/csv
printf 'time,status,count\n' | show text/csv
echo 'ndjson:'
printf '\n\n{"time":"2026-03-09 13:03","status":"approved","count":4}\r\n  \r\n{"qtd":"5","status":"denied","timestamp":"2026-03-09 13:03"}\n\n' | show application/x-ndjson
printf '\n' | show application/x-ndjson
echo 'json:'
printf '\357\273\277 {\n "shop" : {"id": [7, 1.10, {"a":null}]},\n "time":"2026-03-09 13:04", "status":"caf\\u00e9 \\"x\\"", "count":6 , "big":12345678901234567890, "ok":true}\n' | show application/json
printf '[ {"time":"2026-03-09 13:05","status":"approved","count":7} ,\n\n{"time":"2026-03-09 13:05","status":"denied","scores":"one"}]' | show application/json
printf '[]' | show application/json
pos-report -b pos.db --sql 'SELECT time, status, count FROM transactions ORDER BY id' -f csv
