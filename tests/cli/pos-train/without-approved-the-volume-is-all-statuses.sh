sed 's/approved/ok/' data/ten-minutes.csv | pos-train --report r.json -m m
pos-train --inspect m | jq -c .monitor
