# What pos-alert ack, silence and unsilence do, over HTTP: pos-alert and the report say the same afterwards.
. tests/cli/pos-serve/server
model
serve
awk -F, 'NR == 1 || $1 < "2026-03-09 10:40"' examples/data/day.csv > rows
post text/csv @rows > /dev/null
ask() { # METHOD PATH [BODY]
  curl -s -X "$1" -w '%{http_code} ' -o answer ${3+-H "Content-Type: application/json" -d "$3"} "${url}api/$2"
  cat answer
}
incident=202603091017
echo '== nobody keeps incidents here yet'
ask POST incidents/$incident/ack '{"author":"ana"}'
curl -s "${url}api/incidents" | jq -c '.[0] | has("told")'
pos-alert -q -b pos.db --maildir box < /dev/null > /dev/null
echo '== taken'
ask POST incidents/$incident/ack '{"author":"ana","comment":"acquirer <called>","verdict":"true"}'
pos-alert list -b pos.db --all -f csv | grep "^incident,$incident" | cut -d, -f2,3,10-
ask POST incidents/$incident/ack '{"author":"bob"}'
ask POST incidents/$incident/ack '{"author":"bob","replace":true}'
ask POST incidents/$incident/ack '{"author":"bob","verdict":"false","comment":"a promotion"}'
ask POST incidents/$incident/ack '{"author":"bob","verdict":"none"}'
curl -s "${url}api/incidents" | jq -c '.[0] | [.incident, .acknowledged, .acknowledged_by, .verdict]'
echo '== silent'
ask POST silences '{"author":"ana","comment":"tests","status":"den*","key":"merchant=m1*","severity":"warning","for":"2h"}'
ask POST silences '{"author":"ana","comment":"tests","incident":'$incident',"until":"08:00"}'
pos-alert list -b pos.db -f csv | grep ^silence | sed 's/,*$//'
ask DELETE silences/1
ask DELETE silences/1
ask DELETE silences/77
pos-alert list -b pos.db -f csv | grep -c ^silence
echo '== what cannot be'
ask POST incidents/202603090000/ack '{"author":"ana"}'
ask POST incidents/$incident/ack '{"author":" "}'
ask POST incidents/$incident/ack '{"author":"ana","verdict":"maybe"}'
ask POST incidents/$incident/ack '{"author":"ana","by":"bob"}'
ask POST incidents/$incident/ack '{"author":["ana"]}'
ask POST incidents/$incident/ack '["ana"]'
ask POST incidents/$incident/ack '{"author":'
ask POST silences '{"author":"ana","status":"*","comment":"x"}'
ask POST silences '{"author":"ana","status":"*","comment":"x","for":"2h","until":"15:00"}'
ask POST silences '{"author":"ana","status":"*","comment":"x","for":"soon"}'
ask POST silences '{"author":"ana","status":"*","comment":"x","until":"2026-03-09 08:00"}'
ask POST silences '{"author":"ana","status":"*","for":"2h"}'
ask POST silences '{"author":"ana","comment":"x","status":"","for":"2h"}'
ask POST silences '{"author":"ana","comment":"x","key":"m1","for":"2h"}'
ask POST silences '{"author":"ana","comment":"x","for":"2h","incident":1}'
ask GET silences
ask POST silences/2
ask GET incidents/$incident/ack
ask POST incidents/0/ack '{}'
ask POST incidents/x/ack '{}'
echo '== what steers a terminal is made visible'
ask POST incidents/$incident/ack '{"author":"a\u001b[31m\nb","replace":true}'
echo '== while another program has the history: the server goes on, and says that nothing is changed'
python3 -c '
import sqlite3, sys
db = sqlite3.connect("pos.db", isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
import time; time.sleep(60)' > held & holder=$!
wait_until '[ -s held ]'
ask POST incidents/$incident/ack '{"author":"cid","replace":true}' > busy & asker=$!
status "${url}healthz"
wait "$asker"
kill "$holder"
cat busy
