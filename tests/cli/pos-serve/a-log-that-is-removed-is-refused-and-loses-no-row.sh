# needs: command -v curl
. tests/cli/pos-serve/server
model
row() { post application/json '{"time":"2026-03-09 13:00","status":"denied","count":1}' -o answer -w '%{http_code}\n'; }
try() {
  echo "$1:"
  rm -f pos.db*
  serve
  row; row; row
  eval "$2"
  wait_until '[ "$(status "${url}readyz")" = 503 ]' 10   # nobody posts
  jq -r .problem answer
  row
  row
  [ -z "${3:-}" ] || kill -KILL "$server"
  end
  sed 1d errors
  serve
  status "${url}readyz"
  row
  end
  pos-report -b pos.db --sql 'SELECT count(*) FROM transactions' -f csv | tail -1
}
try 'the log' 'rm pos.db-wal'
try 'the log, and the server is killed' 'rm pos.db-wal' killed
try 'its index' 'rm pos.db-shm'
try 'both' 'rm pos.db-wal pos.db-shm' killed
try 'the log is another one' 'cp pos.db-wal w && mv w pos.db-wal'
echo 'the history is another one:'
rm -f pos.db*
serve
row
cp pos.db other && mv other pos.db
wait_until '[ "$(status "${url}readyz")" = 503 ]' 10
end
sed 1d errors
