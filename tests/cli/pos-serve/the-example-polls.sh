# needs: command -v curl
. tests/cli/pos-serve/server
model
(umask 077 && echo s3cret-to-read-01 > token)
serve --token-file token --read-token-file token
auth='Authorization: Bearer s3cret-to-read-01'
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' -H "$auth" > answer
POS_TOKEN_FILE=token sh examples/poll-api.sh "$url" 0.2 > polled & poller=$!
wait_until '[ -s polled ]'
sleep 0.5
post application/json '{"time":"2026-03-09 13:01","status":"denied","count":2}' -H "$auth" > answer
wait_until '[ "$(wc -l < polled)" = 2 ]'
kill "$poller"
jq -c '[.time, .status, .count]' polled
