# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
pos-serve -m m -b pos.db --listen 127.0.0.1:0 || echo "status $?"
row='{"time":"2026-03-09 13:00","status":"approved","count":40}'
post application/json "$row" | jq -r .final_decision
printf 'time,status,count\n2026-03-09 13:01,approved,41\n' | pos-score -m m -b pos.db > scored 2> told & waiting=$!
trap 'kill "$server" "$waiting" 2> /dev/null || :' EXIT
wait_until '[ -s told ]'
[ -s scored ] || echo 'pos-score waits'
end
wait "$waiting"
cut -d, -f1-3,9 scored
serve
post application/json '{"time":"2026-03-09 13:02","status":"approved","count":42}' | jq -r .final_decision
end
pos-report -b pos.db --sql 'SELECT time, status, count, final_decision, source FROM transactions' -f csv
# Without the monitor there is nothing to quarrel about.
serve -p forest
first=$server
serve -p forest
trap 'kill "$server" "$first" 2> /dev/null || :' EXIT
post application/json "$row" | jq -r .final_decision
