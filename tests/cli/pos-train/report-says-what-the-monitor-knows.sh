pos-train -m m --report r.json examples/data/history.csv
jq -c '.monitor | keys_unsorted' r.json
jq -c '.monitor | [.days, .from, .to, .daily_curve, .weekdays, .held_out.days, .held_out.incidents]' r.json
jq -c '.monitor | .volume_per_minute * 100 | round' r.json
jq -c '.monitor.rates[:2][] | [.status, .transactions, (.share * 1000 | round)]' r.json
# A model alone does not know it.
pos-train --inspect m | jq -c .monitor
# Nothing was learnt.
pos-train -m m --report - /dev/null 2> errors | jq -c .monitor
