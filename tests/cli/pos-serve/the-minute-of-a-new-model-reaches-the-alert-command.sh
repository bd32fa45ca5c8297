# needs: command -v curl
. tests/cli/pos-serve/server
row() { post application/json "{\"time\":\"2026-03-09 13:0$1\",\"status\":\"denied\",\"count\":$2}" | jq -r .final_decision; }
try() {
  rm -f pos.db* got
  model
  serve --alert-command 'cat >> got'
  row 0 60
  pos-train -q --trees 20 -m m examples/data/history.csv
  "$@"
  row 1 3
  wait_until 'grep -qs denied,60 got'
  echo "told after $*"
  end
  pos-report -b pos.db --sql "SELECT count(*) FROM transactions WHERE count = 60 AND final_decision = 'Alert'" -f csv | tail -1
}
reload() { kill -HUP "$server"; wait_until 'grep -q "is in use" errors'; }
restart() { end; serve --alert-command 'cat >> got'; }
try reload
try restart
