sed 's/approved/ok/' data/ten-minutes.csv | pos-train -q -m m
pos-train --inspect m | jq -c .monitor
