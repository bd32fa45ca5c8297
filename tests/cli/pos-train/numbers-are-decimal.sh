pos-train -q -m m --trees 010 data/ten-minutes.csv
pos-train --inspect m | jq .trees
pos-train -q -m m --seed -1 data/ten-minutes.csv || echo status $?
pos-train -q -m m --contamination nan data/ten-minutes.csv || echo status $?
