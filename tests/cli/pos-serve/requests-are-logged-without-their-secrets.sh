# needs: command -v curl
. tests/cli/pos-serve/server
model
serve -v
status -H 'Authorization: Bearer hush' "${url}api/summary?since=2026-03-09"
status --path-as-is "${url}a%1bb"
status -X "DELETE" "${url}nope?token=hush"
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' > answer
wait_until '[ "$(grep -c method= errors)" = 4 ]'
sed -e 1d -e 's/time=[^ ]* //; s/duration=[0-9.]*/duration=D/; s/bytes=[0-9]*/bytes=N/' errors
