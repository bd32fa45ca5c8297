pos-score -m data/ten-minutes.csv data/ten-minutes.csv
