pos-train data/ten-minutes.csv
