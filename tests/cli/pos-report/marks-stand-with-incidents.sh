# In reports, on the page, in what pos-alert says with those of a file. A mark of kind closed is
# a day for the monitor, as a line of --events is: pos-train and pos-score make of it the same to the byte.
. tests/cli/shop
shop 2 15 1 1 > history.csv
shop 16 18 2 1 | without 2026-03-17 11:00 > days.csv
pos-train -q -m m history.csv
pos-score -q -m m -b pos.db days.csv > /dev/null
pos-report -q -b pos.db --mark 'deploy 4.2' -s '2026-03-17 10:58' --kind deploy
{ echo from,to,name; echo 2026-03-17,,promotion X; } > events.csv
report() { pos-report -b pos.db -s 2026-03-17 -r incidents "$@"; }
report -f csv | sed -n '1s/.*,//p'
report -f ndjson | jq -c '[.first, .events]'
report --events events.csv -f ndjson | jq -r .events
pos-report -b pos.db -s 2026-03-17 -f html | grep -o -e '<div class="m known">[^<]*' -e '^"events":[^]]*'
pos-alert -q -b pos.db --replay --exec 'cat >> told; echo >> told' --events events.csv < /dev/null > /dev/null
jq -c '[.event, .first, [.events[]?.words]]' told
# Days.
pos-score -q --no-db -m m days.csv | told
echo 'with the mark:'
pos-report -q -b pos.db --mark Works -s 2026-03-17 --kind closed
pos-score -q -m m -b pos.db --stream again days.csv > marked.csv
told < marked.csv
{ echo from,to,name,kind; echo 2026-03-17,,Works,closed; } > events.csv
pos-score -q --no-db -m m --events events.csv days.csv | cmp - marked.csv
pos-train -q -m marked -b pos.db --stream again
pos-score -q -m m -b other.db --events events.csv days.csv > /dev/null
pos-train -q -m lines -b other.db --events events.csv
cmp marked lines
pos-train -q -m all -b other.db
cmp -s all lines || echo 'another model'
