# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
curl -sv -H 'Expect: 100-continue' -H 'Content-Type: application/json' -d '{"time":"2026-03-09 13:00","status":"approved","count":12}' "${url}api/score" 2> dialogue | jq -r .final_decision
grep -o 'HTTP/1.1 [0-9]*.*[a-zA-Z]' dialogue | grep '^HTTP'
curl -sv -H 'Expect: 100-continue' -H 'Content-Type: text/plain' -d x "${url}api/score" 2> dialogue > answer
grep -c 'HTTP/1.1 100' dialogue || :
