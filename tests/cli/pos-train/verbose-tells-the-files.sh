pos-train -v -m m --holdout 0 data/ten-minutes.csv 2>&1 | head -n 1
