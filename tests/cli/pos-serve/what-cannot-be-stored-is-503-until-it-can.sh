# needs: command -v curl && command -v prlimit
. tests/cli/pos-serve/server
model
trap '' XFSZ   # a write beyond the limit fails then, as on a full disk
serve
row() { post application/json "{\"time\":\"2026-03-09 13:00\",\"status\":\"denied\",\"count\":$1}" -H "Idempotency-Key: $1" -D head; }
stored() { pos-report -b pos.db --sql 'SELECT status, count FROM transactions' -f csv; }
ready() { curl -s -w '%{http_code}\n' "${url}readyz" | jq -c 'if type == "object" then .problem else . end'; }
try() {
  row "$1"
  grep -i -e '^HTTP' -e '^retry' head
  ready
}
row 1 | jq -c .final_decision
echo 'full:'
prlimit --pid "$server" --fsize=1024:
try 40
try 40
stored
prlimit --pid "$server" --fsize=unlimited:
row 40 | jq -r .reason
ready
echo 'gone:'
mv pos.db elsewhere
try 200
mv elsewhere pos.db
wait_until '[ "$(status "${url}readyz")" = 200 ]'   # without a row that tries
row 2 | jq -r .reason
ready
stored
curl -s "${url}metrics" | grep -E '^pos_serve_(rows|commits|commit_failures)_total'
sed 1d errors
