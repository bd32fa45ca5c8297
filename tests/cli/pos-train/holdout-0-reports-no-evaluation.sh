pos-train -m m --holdout 0 data/ten-minutes.csv 2>&1 | grep -c judged || true
