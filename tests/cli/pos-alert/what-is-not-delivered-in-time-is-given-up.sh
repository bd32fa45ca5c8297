# needs: command -v /usr/bin/python3
# Three days unless told: as if it had been queued before. Refused or unheard of, that is the same.
. tests/cli/pos-alert/web-server
web_server --status 404
(umask 077 && echo "http://localhost:$port/hook/secret" > hook)
head -14 data/denied-incident.csv > opening.csv   # one message
alert() { pos-alert "$@" > done.csv 2> errors || echo "status $?"; sed "s|:[0-9][0-9]*:|:PORT:|g; s|$PWD|.|" errors; }
queued() { sqlite3 pos.db "UPDATE message SET created_at = strftime('%s') - $1"; }
alert -b pos.db --replay --webhook-file hook opening.csv
queued 250000
echo 'Not yet:'
alert flush -b pos.db --webhook-file hook
pos-alert list -b pos.db -f ndjson | jq -r 'select(.kind == "message") | .state'
queued 260000
echo 'Five days were asked for:'
alert flush -b pos.db --webhook-file hook --give-up 5d
echo 'Three days and a bit:'
alert flush -q -b pos.db --webhook-file hook
cut -d, -f2-4 done.csv
pos-alert list -b pos.db -f ndjson | jq -r 'select(.kind == "message") | .state, .error' | sed 's|:[0-9]*:|:PORT:|'
echo 'Nothing is left:'
alert flush -b pos.db --webhook-file hook
alert flush -b pos.db --webhook-file hook --give-up 0s
