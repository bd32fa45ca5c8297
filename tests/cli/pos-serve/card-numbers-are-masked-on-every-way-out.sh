# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
curl -sN "${url}api/stream" > stream &
viewer=$!
trap 'kill "$server" "$viewer" 2>/dev/null || :' EXIT
wait_until 'test -s stream'
printf 'time,status,count\n2026-03-09 13:58,denied 7 4111111111111111,3\n2026-03-09 13:59,approved,30\n' |
  post text/csv @- | cut -d, -f2
wait_until 'grep -q "41111\*" stream'
kill "$viewer"
printf 'time,status,count\n13:59,denied,"7 4111111111111111"\n' | post text/csv @-
status "${url}api/transactions?status=4111111111111111%20x&since=4111111111111111"
cat answer > told
for path in '' metrics api/page api/transactions api/summary api/series api/incidents 4111111111111111; do
  status "$url$path" > code
  echo "$path: $(cat code), $(grep -q '41111\*' answer && echo masked || echo no trace)"
  cat answer >> told
done
curl -s "${url}api/transactions?status=denied%207%204111111111111111&format=csv" | cut -d, -f1-3
end
cat stream told errors pos.db* | grep -ac 4111111111111111 || :
