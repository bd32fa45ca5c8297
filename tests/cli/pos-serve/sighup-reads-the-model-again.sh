# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
model_in_use() { curl -s "${url}readyz" | jq -r .model | cut -c1-8; }
old=$(model_in_use)
echo broken > m
kill -HUP "$server"
wait_until 'grep -q stays errors'
[ "$(model_in_use)" = "$old" ] && echo 'the old one stays'
pos-train -q --trees 20 -m m examples/data/history.csv
kill -HUP "$server"
wait_until 'grep -q "is in use" errors'
[ "$(model_in_use)" = "$old" ] || echo 'a new one'
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' | jq -r .final_decision
kill -HUP "$server"
wait_until 'grep -q "it is the model" errors'
sed 1d errors
curl -s "${url}metrics" | grep '^pos_serve_reload'
