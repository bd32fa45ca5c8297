pos-train -m m data/ten-minutes.csv 2>&-
pos-train --inspect m | jq .trees
