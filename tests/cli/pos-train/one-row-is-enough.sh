head -n 2 data/ten-minutes.csv | pos-train -q -m m
head -n 2 data/ten-minutes.csv | pos-score -p forest -m m
