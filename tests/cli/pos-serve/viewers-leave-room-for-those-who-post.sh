# needs: command -v curl
. tests/cli/pos-serve/server
model
serve --max-clients 8
viewers=
trap 'kill "$server" $viewers 2> /dev/null || :' EXIT
for _ in 1 2 3 4 5 6 7; do
  curl -sN "${url}api/stream" > /dev/null & viewers="$viewers $!"
done
wait_until 'curl -s "${url}metrics" | grep -q "^pos_serve_viewers 7"'
curl -si "${url}api/stream" | grep -i -e '^HTTP' -e '^retry' -e '^{'
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' | jq -r .final_decision
kill "${viewers##* }"
wait_until 'curl -s "${url}metrics" | grep -q "^pos_serve_viewers 6"'
curl -sN "${url}api/stream" > again & viewers="$viewers $!"
wait_until '[ -s again ]'
head -1 again
