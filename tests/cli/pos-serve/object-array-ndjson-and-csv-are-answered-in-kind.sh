# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12,"shop":"7"}'
post 'application/json; charset=UTF-8' '[{"time":"2026-03-09 13:00","status":"denied","count":1},{"time":"2026-03-09 13:00","status":"failed","count":0}]'
printf '%s\n' '{"time":"2026-03-09 13:00","status":"refunded","count":1}' '{"time":"2026-03-09 13:00","status":"reversed","count":1}' | post application/x-ndjson @-
printf 'time;status;count\n2026-03-09 13:00;processing;3\n' | post text/csv @-
end
pos-report -b pos.db --sql 'SELECT time, status, count FROM transactions ORDER BY id' -f csv
