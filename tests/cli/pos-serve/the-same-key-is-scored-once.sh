# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
row='{"time":"2026-03-09 13:00","status":"approved","count":12}'
post application/json "$row" -H 'Idempotency-Key: a-1' > one
post application/json "$row" -H 'Idempotency-Key: a-1' | cmp - one
post application/json '{"time":"2026-03-09 13:00","status":"denied","count":1}' -H 'Idempotency-Key: a-1' -w '%{http_code}\n'
end
serve
post application/json "$row" -H 'Idempotency-Key: a-1' | cmp - one
post application/json "$row" -H 'Idempotency-Key: a-2' > two
pos-report -b pos.db --sql 'SELECT count(*) AS n FROM transactions' -f csv
