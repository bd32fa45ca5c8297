pos-train -q -m m data/bad-rows.csv || echo status $?
pos-train --inspect m | jq -c .lineage.rows
