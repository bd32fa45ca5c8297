# needs: command -v curl
# A mark is told from the next answer on, a file of events that changed after SIGHUP; neither is written by a GET.
. tests/cli/pos-serve/server
. tests/cli/shop
shop 2 15 1 1 > history.csv
shop 16 18 2 1 | without 2026-03-17 11:00 > days.csv
pos-train -q -m m history.csv
pos-score -q -m m -b pos.db days.csv > /dev/null
export SOURCE_DATE_EPOCH=1773867600 # 2026-03-18 21:00
echo from,to,name > events.csv
serve --events events.csv
incidents() { curl -s -D headers "${url}api/incidents?since=2026-03-17&until=2026-03-18${1-}"; }
incidents | jq -c '.[] | [.first, .events]'
tag=$(sed -n 's/\r//; s/^[Ee][Tt]ag: //p' headers)
pos-report -q -b pos.db --mark 'deploy 4.2' -s '2026-03-17 10:58'
before=$(sqlite3 pos.db 'SELECT count(*) FROM mark')
incidents | jq -c '.[].events'
incidents '&format=csv' | head -1
curl -s -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $tag" "${url}api/incidents?since=2026-03-17&until=2026-03-18"
incidents > /dev/null
tag=$(sed -n 's/\r//; s/^[Ee][Tt]ag: //p' headers)
echo '2026-03-17,,promotion <b>X</b>' >> events.csv
kill -HUP "$server"
wait_until 'grep -q "the model in use" errors'
curl -s -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $tag" "${url}api/incidents?since=2026-03-17&until=2026-03-18"
incidents | jq -c '.[].events'
curl -s "${url}?since=2026-03-17&until=2026-03-18" | grep -o -e '<div class="m known">[^<]*' -e '^"events":[^]]*'
curl -s "${url}api/page?since=2026-03-17&until=2026-03-18" | jq -c '.events[].name'
[ "$before" = "$(sqlite3 pos.db 'SELECT count(*) FROM mark')" ]
# A closed day that is marked is one for the monitor after SIGHUP.
pos-report -q -b pos.db --mark Works -s 2026-03-25 --kind closed
kill -HUP "$server"
wait_until 'grep -q "new days" errors'
end
sed '/listening/d' errors
