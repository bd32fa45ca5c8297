pos-score data/ten-minutes.csv
