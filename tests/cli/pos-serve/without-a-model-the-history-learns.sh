# needs: command -v curl
# Told at the start, once.
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773100800   # 2026-03-10 00:00, when the day is over
start() {
  : > errors
  pos-serve -b pos.db --listen 127.0.0.1:0 2>> errors &
  server=$!
  trap 'kill "$server" 2>/dev/null || :' EXIT
  wait_until 'grep -q "listening on" errors || ! kill -0 "$server" 2>/dev/null'
  url=$(sed -n 's/.*listening on //p' errors)
  sed '/listening on/d' errors
}
start
curl -s -H 'Content-Type: text/csv' --data-binary @examples/data/day.csv "${url}api/score" | grep -c ',Alert,'
curl -s "${url}readyz" | jq -c '[.ready, .model]'
kill -HUP "$server"   # there is nothing to read again
end
start
end
pos-serve -b pos.db --listen 127.0.0.1:0 -p forest || echo "$?"
