# needs: command -v curl
. tests/cli/pos-serve/server
model
serve -p forest
curl -sN "${url}api/stream" > seen &
viewer=$!
wait_until '[ -s seen ]'
printf 'time,status,count\n2026-03-09 13:00,denied,1\n2026-03-09 13:00,denied,2\n' | post text/csv @- -o answer
wait_until 'grep -q denied seen'
sqlite3 -cmd ".timeout 5000" pos.db "DELETE FROM scored"
post application/json '{"time":"2026-03-09 13:01","status":"refunded","count":4}' -o answer
wait_until 'grep -q refunded seen'
kill "$viewer"
sed -n 's/^data: //p' seen | jq -c '.[] | [.id, .status, .count]'
