# needs: command -v /usr/bin/python3
# Until it is mended, however long that takes: each status, what is told, what list says; then the server takes it.
. tests/cli/pos-alert/web-server
serve() {
  web_server "$@"
  (umask 077 && echo "http://localhost:$port/hook/secret" > hook)
}
head -14 data/denied-incident.csv > opening.csv   # one message
for answer in 301 307 308 400 401 403 404 410 413 422; do
  rm -f pos.db
  serve --status "$answer"
  status=0
  pos-alert -q -b pos.db --replay --webhook-file hook opening.csv > done.csv 2> errors || status=$?
  end
  echo "$answer: exit status $status, $(cut -d, -f3 done.csv | tail -1)"
  sed "s|:[0-9][0-9]*:|:PORT:|g; s|$PWD|.|" errors
  pos-alert list -b pos.db -f ndjson | jq -r 'select(.kind == "message") | .state, .error[-40:],
    (((.next | strptime("%Y-%m-%d %H:%M:%S") | mktime) - (.created | strptime("%Y-%m-%d %H:%M:%S") | mktime)) as $wait | $wait >= 300 and $wait < 620)'
  serve
  pos-alert flush -b pos.db --webhook-file hook | cut -d, -f3
  find box/post -name "*.json" | wc -l
  end
done
