# needs: command -v curl
. tests/cli/pos-serve/server
command="exec pos-alert -b pos.db --follow --replay --exec 'cat > told' > events"
row() { post application/json "{\"time\":\"2026-03-09 13:0$1\",\"status\":\"denied\",\"count\":$2}" | jq -r .final_decision; }
try() {
  rm -f pos.db* told
  model
  serve --alert-command "$command"
  row 0 60
  pos-train -q --trees 20 -m m examples/data/history.csv
  "$@"
  row 1 3
  wait_until '[ -s told ]'
  jq -r '"\(.event) \(.status)"' told
  echo "told after $*"
  end
}
reload() { kill -HUP "$server"; wait_until 'grep -q "is in use" errors'; }
restart() { end; serve --alert-command "$command"; }
try reload
try restart
