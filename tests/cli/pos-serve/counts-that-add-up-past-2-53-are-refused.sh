# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
large='{"time":"2026-03-09 13:00","status":"approved","count":9007199254740992}'
post application/json "$large" -o /dev/null -w '%{http_code}\n'
post application/json "[{\"time\":\"2026-03-09 13:00\",\"status\":\"denied\",\"count\":1},$large]" -w '%{http_code}\n'
post application/json '{"time":"2026-03-09 13:01","status":"approved","count":9007199254740992}' -o /dev/null -w '%{http_code}\n'
end
pos-report -b pos.db --sql 'SELECT time, status, count FROM transactions' -f csv
